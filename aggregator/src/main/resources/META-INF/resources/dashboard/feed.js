/**
 * The line to the aggregator. Opens the event stream, then asks for the whole state, then applies the events that came
 * meanwhile: nothing is missed and nothing applied twice matters. Silence is noticed by the missing heartbeat.
 */

const SILENCE_MILLIS = 16_000;
const RETRY_MILLIS = 2_000;

export class Feed {
  #source = null;
  #watchdog = 0;
  #pending = null;

  /** Handlers: state(views), statistics(content), explanation(content), connection("live" | "reconnecting"). */
  constructor(handlers) {
    this.handlers = handlers;
  }

  open() {
    this.#source?.close();
    const source = new EventSource("/api/feed");
    this.#source = source;
    this.#watch();
    source.addEventListener("open", () => this.#synchronise(source));
    source.addEventListener("error", () => this.#reconnect());
    source.addEventListener("heartbeat", () => this.#watch());
    for (const name of ["statistics", "explanation"]) {
      source.addEventListener(name, (event) => {
        this.#watch();
        this.#apply(name, JSON.parse(event.data));
      });
    }
  }

  async #synchronise(source) {
    this.#pending = [];
    try {
      const answer = await fetch("/api/models", { cache: "no-store" });
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
      console.warn("cannot read the state of the fleet", fault);
      this.#reconnect();
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
    this.#source?.close();
    this.#source = null;
    this.handlers.connection("reconnecting");
    clearTimeout(this.#watchdog);
    this.#watchdog = setTimeout(() => this.open(), RETRY_MILLIS);
  }
}
