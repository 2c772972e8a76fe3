/** The alerts as they stand, asked for every few seconds by whoever is shown; one for all pages. */

import { hearConnection } from "../connection.js";
import { say } from "../markup.js";
import { call } from "../session.js";

const EVERY_MILLIS = 3_000;
const UNCHANGED = 304;

/** What needs somebody first; the aggregator gives the newest first. */
const ORDER = ["ALERT", "SUSPECT", "CLEARED"];

export class OpenAlerts {
  #listeners = new Set();
  #told = "";
  #tag = null;
  #alerts = [];
  #known = false;

  /** Counts the open ones in a badge. */
  constructor(badge) {
    this.badge = badge;
  }

  open() {
    this.load();
    setInterval(() => this.load(), EVERY_MILLIS);
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
    const answer = await call("/api/alerts", { headers: this.#tag ? { "If-None-Match": this.#tag } : {} }).catch(() => null);
    if (!answer?.ok && answer?.status !== UNCHANGED) {
      hearConnection("reconnecting");
      return;
    }
    // pages without a feed learn from here that the aggregator is there
    hearConnection("live");
    if (answer.status === UNCHANGED) {
      return;
    }
    this.#tag = answer.headers.get("ETag");
    const alerts = (await answer.json()).sort((left, right) => ORDER.indexOf(left.state) - ORDER.indexOf(right.state));
    const now = JSON.stringify(alerts);
    if (now === this.#told && this.#known) {
      return;
    }
    this.#told = now;
    this.#known = true;
    this.#alerts = alerts;
    const open = alerts.filter(({ state, acknowledgement }) => state === "ALERT" && !acknowledgement).length;
    this.badge.hidden = open === 0;
    say(this.badge, String(open));
    this.badge.setAttribute("aria-label", `${open} that nobody has acknowledged`);
    this.#listeners.forEach((listener) => listener(alerts, true));
  }
}
