/** An answer of the interface, asked for again while somebody looks. */

import { call } from "./session.js";

const EVERY_MILLIS = 10_000;

export class Asked {
  #timer = 0;
  #asked = 0;
  #answered = 0;

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
      // a slow answer is waited for: asking again would make it an old one, for ever
      if (!document.hidden && this.#answered === this.#asked) {
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
    const content = answer?.ok ? await answer.json().catch(() => null) : null;
    if (asked !== this.#asked) {
      return;
    }
    this.#answered = asked;
    if (content) {
      this.arrived(content);
    }
  }
}
