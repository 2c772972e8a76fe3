/**
 * The line to the aggregator. Opens the event stream, then asks for the whole state, then applies the events that came
 * meanwhile: nothing is missed and nothing applied twice matters. Silence is noticed by the missing heartbeat.
 */

import { readEvents } from "./events.js";
import { call } from "./session.js";

const SILENCE_MILLIS = 16_000;
const RETRY_MILLIS = 2_000;
const TOLD = new Set(["statistics", "explanation"]);

export class Feed {
  #source = null;
  #watchdog = 0;
  #pending = null;

  /** Handlers: state(views), statistics(content), explanation(content), connection("live" | "reconnecting"). */
  constructor(handlers) {
    this.handlers = handlers;
  }

  open() {
    this.#source?.abort();
    const source = new AbortController();
    this.#source = source;
    this.#watch();
    const ended = () => {
      if (source === this.#source) {
        this.#reconnect();
      }
    };
    readEvents("/api/feed", {
      signal: source.signal,
      opened: () => this.#synchronise(source),
      event: (name, data) => {
        if (source !== this.#source) {
          return;
        }
        this.#watch();
        if (TOLD.has(name)) {
          this.#apply(name, JSON.parse(data));
        }
      },
    }).then(ended, ended);
  }

  async #synchronise(source) {
    this.#pending = [];
    try {
      const answer = await call("/api/models", { signal: source.signal });
      if (!answer.ok) {
        throw new Error(`status ${answer.status}`);
      }
      const views = await answer.json();
      if (source !== this.#source) {
        return;
      }
      const pending = this.#pending;
      this.#pending = null;
      this.handlers.state(views);
      pending.forEach(([name, content]) => this.handlers[name](content));
      this.handlers.connection("live");
    } catch (fault) {
      if (source === this.#source) {
        console.warn("cannot read the state of the fleet", fault);
        this.#reconnect();
      }
    }
  }

  #apply(name, content) {
    if (this.#pending) {
      this.#pending.push([name, content]);
    } else {
      this.handlers[name](content);
    }
  }

  #watch() {
    clearTimeout(this.#watchdog);
    this.#watchdog = setTimeout(() => this.#reconnect(), SILENCE_MILLIS);
  }

  #reconnect() {
    const source = this.#source;
    this.#source = null;
    source?.abort();
    this.handlers.connection("reconnecting");
    clearTimeout(this.#watchdog);
    this.#watchdog = setTimeout(() => this.open(), RETRY_MILLIS);
  }
}
