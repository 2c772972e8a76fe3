/** Points of a model's charts, asked for again while somebody looks. */

import { call } from "../session.js";

const EVERY_MILLIS = 10_000;

export class History {
  #timer = 0;
  #asked = 0;

  /** Calls back with the points of one group's feature, earliest first. */
  constructor(id, arrived) {
    this.id = id;
    this.arrived = arrived;
    this.feature = "causalRadius";
    this.width = "1h";
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
    const address = `/api/models/${encodeURIComponent(this.id)}/history?feature=${encodeURIComponent(this.feature)}&width=${this.width}`;
    const answer = await call(address).catch(() => null);
    const content = answer?.ok ? await answer.json() : null;
    // an answer that a later question has overtaken is not shown
    if (content && asked === this.#asked) {
      this.arrived(content);
    }
  }
}
