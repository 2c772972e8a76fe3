/** An answer of the interface, asked for again while somebody looks. */

import { call } from "./session.js";

const EVERY_MILLIS = 10_000;

export class Asked {
  #timer = 0;
  #asked = 0;

  /**
   * @param address what to ask for, by now
   * @param arrived called with what was answered; an answer that a later question has overtaken is not shown
   */
  constructor(address, arrived) {
    this.address = address;
    this.arrived = arrived;
  }

  open() {
    this.load();
    this.#timer = setInterval(() => {
      if (!document.hidden) {
        this.load();
      }
    }, EVERY_MILLIS);
  }

  close() {
    clearInterval(this.#timer);
    this.#asked = -1;
  }

  async load() {
    this.#asked += 1;
    const asked = this.#asked;
    const answer = await call(this.address()).catch(() => null);
    const content = answer?.ok ? await answer.json() : null;
    if (content && asked === this.#asked) {
      this.arrived(content);
    }
  }
}
