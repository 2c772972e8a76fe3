/**
 * Some of the alerts as they stand, asked for every few seconds. What is over stays on record, up to a thousand: whoever shows what is
 * open does not ask for it, or a page that is looked at for weeks would hold more with each.
 */

import { call } from "../session.js";

const EVERY_MILLIS = 3_000;
const UNCHANGED = 304;

const OPEN = ["ALERT", "SUSPECT"];

/** What needs somebody first, then what somebody takes care of, then what is over; the aggregator gives the newest first. */
function rank({ state, acknowledgement }) {
  const open = OPEN.indexOf(state);
  return open < 0 ? 2 * OPEN.length : open + (acknowledgement ? OPEN.length : 0);
}

export class AlertList {
  #listeners = new Set();
  #told = "";
  #tag = null;
  #asked = 0;
  #alerts = [];
  #known = false;
  #timer = 0;

  /**
   * Not asked for yet.
   *
   * @param chosen what to ask for, as parameters of /api/alerts
   * @param heard called with "live" or "reconnecting" whenever the aggregator has answered or has not
   */
  constructor(chosen, heard = () => {}) {
    const parameters = String(new URLSearchParams(chosen));
    this.address = `/api/alerts${parameters && `?${parameters}`}`;
    this.heard = heard;
  }

  open() {
    this.load();
    this.#timer = setInterval(() => this.load(), EVERY_MILLIS);
  }

  close() {
    clearInterval(this.#timer);
    this.#listeners.clear();
  }

  /** Calls back with (alerts, whether they have been asked for) now and whenever something has changed; gives what ends that. */
  listen(listener) {
    this.#listeners.add(listener);
    listener(this.#alerts, this.#known);
    return () => this.#listeners.delete(listener);
  }

  async load() {
    if (document.hidden) {
      return;
    }
    this.#asked += 1;
    const asked = this.#asked;
    const answer = await call(this.address, { headers: this.#tag ? { "If-None-Match": this.#tag } : {} }).catch(() => null);
    const alerts = answer?.ok ? await answer.json().catch(() => null) : null;
    if (alerts === null && answer?.status !== UNCHANGED) {
      this.heard("reconnecting");
      return;
    }
    this.heard("live");
    // what a later question has overtaken is older
    if (alerts !== null && asked === this.#asked) {
      this.#tag = answer.headers.get("ETag");
      this.#take(alerts.sort((left, right) => rank(left) - rank(right)));
    }
  }

  /** The tag is of all alerts: what is shown here may be what it was. */
  #take(alerts) {
    const now = JSON.stringify(alerts);
    if (now !== this.#told) {
      this.#told = now;
      this.#known = true;
      this.#alerts = alerts;
      this.#listeners.forEach((listener) => listener(alerts, true));
    }
  }
}
