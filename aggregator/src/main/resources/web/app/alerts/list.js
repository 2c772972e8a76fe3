/**
 * Alerts as they stand, asked for every few seconds. A page holds those that it shows: what is over stays on record, up to a thousand,
 * and a page that is open for weeks would hold more with each.
 */

import { call } from "../session.js";

const EVERY_MILLIS = 3_000;
const UNCHANGED = 304;

/** What needs somebody first; the aggregator gives the newest first. */
const ORDER = ["ALERT", "SUSPECT", "CLEARED"];

export class AlertList {
  #listeners = new Set();
  #told = "";
  #tag = null;
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
    this.address = `/api/alerts?${new URLSearchParams(chosen)}`;
    this.heard = heard;
  }

  open() {
    this.load();
    this.#timer = setInterval(() => this.load(), EVERY_MILLIS);
  }

  close() {
    clearInterval(this.#timer);
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
    const answer = await call(this.address, { headers: this.#tag ? { "If-None-Match": this.#tag } : {} }).catch(() => null);
    if (!answer?.ok && answer?.status !== UNCHANGED) {
      this.heard("reconnecting");
      return;
    }
    this.heard("live");
    if (answer.status !== UNCHANGED) {
      this.#tag = answer.headers.get("ETag");
      this.#take((await answer.json()).sort((left, right) => ORDER.indexOf(left.state) - ORDER.indexOf(right.state)));
    }
  }

  /** The tag is of all alerts: what is shown here may be what it was. */
  #take(alerts) {
    const now = JSON.stringify(alerts);
    if (now !== this.#told || !this.#known) {
      this.#told = now;
      this.#known = true;
      this.#alerts = alerts;
      this.#listeners.forEach((listener) => listener(alerts, true));
    }
  }
}
