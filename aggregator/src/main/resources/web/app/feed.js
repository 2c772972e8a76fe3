/**
 * The line to the aggregator. Opens the event stream, then asks for the whole state, then applies the events that came
 * meanwhile: nothing is missed and nothing applied twice matters. Silence is noticed by the missing heartbeat.
 */

import { holdConnection, releaseConnection } from "./connection.js";
import { readEvents } from "./events.js";
import { call } from "./session.js";

const SILENCE_MILLIS = 16_000;
const RETRY_MILLIS = 2_000;

export class Feed {
  #source = null;
  #watchdog = 0;
  #pending = null;
  #closed = false;
  #holds = false;
  #away = false;

  /**
   * Not open yet.
   *
   * @param addresses events: of the stream; state: of what it changes, which may be missing (404) as long as nothing is known
   * @param handlers state(content or null), connection("live" | "away" | "reconnecting"), events by their names
   */
  constructor(addresses, { state, connection, events }) {
    this.addresses = addresses;
    this.state = state;
    this.connection = connection;
    this.events = events;
  }

  open() {
    if (!this.#holds) {
      this.#holds = true;
      holdConnection();
    }
    this.#source?.abort();
    const source = new AbortController();
    this.#source = source;
    this.#watch();
    const ended = () => {
      if (source === this.#source) {
        this.#reconnect();
      }
    };
    readEvents(this.addresses.events, {
      signal: source.signal,
      opened: () => this.#synchronise(source),
      event: (name, data) => {
        if (source !== this.#source) {
          return;
        }
        this.#watch();
        if (name === "heartbeat") {
          this.#pulse(JSON.parse(data));
        } else if (Object.hasOwn(this.events, name)) {
          this.#apply(name, JSON.parse(data));
        }
      },
    }).then(ended, ended);
  }

  /** Ends it for good. */
  close() {
    this.#closed = true;
    if (this.#holds) {
      this.#holds = false;
      releaseConnection();
    }
    const source = this.#source;
    this.#source = null;
    source?.abort();
    clearTimeout(this.#watchdog);
  }

  async #synchronise(source) {
    this.#pending = [];
    try {
      const answer = await call(this.addresses.state, { signal: source.signal });
      if (!answer.ok && answer.status !== 404) {
        throw new Error(`status ${answer.status}`);
      }
      const content = answer.ok ? await answer.json() : null;
      if (source !== this.#source) {
        return;
      }
      const pending = this.#pending;
      this.#pending = null;
      this.state(content);
      pending.forEach(([name, event]) => this.events[name](event));
      this.connection(this.#away ? "away" : "live");
    } catch (fault) {
      if (source === this.#source) {
        console.warn("cannot read the state", fault);
        this.#reconnect();
      }
    }
  }

  /** The aggregator is there; whether it hears anything new is another matter. */
  #pulse({ brokerAway = false }) {
    const changed = brokerAway !== this.#away;
    this.#away = brokerAway;
    // until the state is there, that is all there is to say
    if (this.#pending === null && changed) {
      this.connection(brokerAway ? "away" : "live");
    }
  }

  #apply(name, content) {
    if (this.#pending) {
      this.#pending.push([name, content]);
    } else {
      this.events[name](content);
    }
  }

  #watch() {
    clearTimeout(this.#watchdog);
    this.#watchdog = setTimeout(() => this.#reconnect(), SILENCE_MILLIS);
  }

  #reconnect() {
    if (this.#closed) {
      return;
    }
    const source = this.#source;
    this.#source = null;
    source?.abort();
    this.connection("reconnecting");
    clearTimeout(this.#watchdog);
    this.#watchdog = setTimeout(() => this.open(), RETRY_MILLIS);
  }
}
