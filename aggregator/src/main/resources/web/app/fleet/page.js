/** All models at a glance: small multiples, what needs somebody first. */

import { AlertStrip } from "../alerts/strip.js";
import { colourKey, noCase } from "../charts/key.js";
import { earliestOf, newestOf } from "../charts/mix-over-time.js";
import { showConnection } from "../connection.js";
import { Feed } from "../feed.js";
import { Frame } from "../frame.js";
import { html, say } from "../markup.js";
import { call } from "../session.js";
import { feature, STRATEGIES } from "../words.js";
import { Heterogeneity } from "./heterogeneity.js";
import { ORDERS } from "./orders.js";
import { patience } from "./silence.js";
import { Tiles } from "./tiles.js";
import { waiting } from "./waiting.js";

const MIX_EVERY_MILLIS = 15_000;
const FEW_INTERVALS = 6;

/** So that "1 min ago" is not said for two. */
const AGES_EVERY_MILLIS = 10_000;

/** Of these a model's usual pauses are taken, whatever is shown: 36 intervals of five minutes have no night among them. */
const HOURS = "1h";

export class FleetPage {
  title = "Models";
  #overviews = new Map();
  #mixes = new Map();
  #patiences = new Map();
  #timer = 0;
  #ages = 0;
  #heard = Date.now();
  #state = "asked";
  #chosen = false;

  constructor(alerts) {
    this.frame = new Frame(() => this.#draw());
    this.strip = new AlertStrip(alerts);
    this.heterogeneity = new Heterogeneity();
    this.order = html("select", {}, ...Object.entries(ORDERS).map(([value, { label }]) => html("option", { value }, label)));
    this.search = html("input", { type: "search", maxlength: 100, placeholder: "Name or site" });
    this.width = html("select", {}, html("option", { value: HOURS }, "Hours"), html("option", { value: "5m" }, "Five minutes"));
    this.order.addEventListener("change", () => this.frame.schedule());
    this.search.addEventListener("input", () => this.frame.schedule());
    this.width.addEventListener("change", () => { this.#chosen = true; this.#loadMixes(); });
    this.found = html("p", { class: "soft", role: "status" });
    this.tiles = new Tiles(() => this.frame.schedule());
    this.waiting = waiting();
    this.known = html("section", { "aria-labelledby": "models-title", hidden: true },
      html("div", { class: "tools" },
        html("h2", { id: "models-title" }, "Models"), this.found,
        html("label", {}, "Find", this.search), html("label", {}, "Order by", this.order), html("label", {}, "Mix over", this.width)),
      html("ul", { class: "mix-key", "aria-label": "Colours of the mix of strategies over time" }, ...STRATEGIES.map(({ name, label, means }) =>
        html("li", { title: means }, html("i", { class: `swatch ${name.toLowerCase()}` }), label)), noCase()),
      this.tiles.node);
    this.node = html("div", { class: "page" },
      html("div", { class: "intro" },
        html("div", {}, html("h1", {}, "What the models look at"),
          html("p", { class: "lead" }, "For each case Limen replaces patches of the image around a region of interest by patches of other "
            + "images, and measures how the segmentation of the region changes. Figures run per model, live.")),
        colourKey()),
      this.strip.node, this.waiting.node, this.known, this.heterogeneity.node);
    this.feed = new Feed({ events: "/api/feed?detail=overview", state: "/api/overview" }, {
      state: (overviews) => {
        this.#overviews = new Map((overviews ?? []).filter(({ groups }) => groups.length > 0).map((overview) => [overview.id, overview]));
        this.#state = "empty";
        this.frame.schedule();
      },
      connection: (state) => {
        this.#state = state === "live" ? "empty" : state;
        showConnection(state);
        this.frame.schedule();
      },
      events: {
        overview: (overview) => {
          if (overview.groups.length > 0) {
            this.#overviews.set(overview.id, overview);
            this.frame.soon();
          }
        },
      },
    });
  }

  open() {
    this.feed.open();
    this.strip.open();
    this.heterogeneity.open();
    this.#loadMixes();
    this.#timer = setInterval(() => this.#loadMixes(), MIX_EVERY_MILLIS);
    this.#ages = setInterval(() => this.frame.schedule(), AGES_EVERY_MILLIS);
    this.frame.schedule();
  }

  close() {
    this.feed.close();
    this.strip.close();
    this.heterogeneity.close();
    this.frame.close();
    this.tiles.close();
    clearInterval(this.#timer);
    clearInterval(this.#ages);
  }

  async #loadMixes() {
    if (document.hidden) {
      return;
    }
    const width = this.width.value;
    const [mixes, hours] = await Promise.all([mixesOf(width), width === HOURS ? null : mixesOf(HOURS)]);
    const rhythms = width === HOURS ? mixes : hours;
    if (rhythms) {
      this.#patiences = new Map(rhythms.map(({ id, points, widthMillis }) => [id, patience(points, widthMillis)]));
      this.frame.schedule();
    }
    // somebody has chosen another width meanwhile
    if (mixes && width === this.width.value) {
      // one axis for all: what fell silent is seen beside what did not
      const axis = { first: Math.min(...mixes.map(({ points }) => earliestOf(points))), last: Math.max(...mixes.map(({ points }) => newestOf(points))) };
      this.#mixes = new Map(mixes.map((mix) => [mix.id, { ...mix, axis }]));
      this.#narrowIfFew();
      this.frame.schedule();
    }
  }

  /** Nobody has chosen yet, and hours would be a handful of columns. */
  #narrowIfFew() {
    const most = Math.max(0, ...[...this.#mixes.values()].map(({ points }) => points.length));
    if (!this.#chosen && most > 0 && most < FEW_INTERVALS) {
      this.width.value = "5m";
      this.#loadMixes();
    }
    this.#chosen ||= most > 0;
  }

  #isWanted({ id, groups }) {
    const sought = this.search.value.trim().toLowerCase();
    return [id, ...groups.map(({ site }) => site)].some((name) => name.toLowerCase().includes(sought));
  }

  #extent() {
    const { scale } = feature("causalRadius");
    const largest = [...this.#overviews.values()].flatMap(({ groups }) => groups)
      .map(({ causalRadius }) => causalRadius?.quantiles["0.95"] ?? 0);
    return [scale[0], Math.max(scale[1], ...largest)];
  }

  #draw() {
    const empty = this.#overviews.size === 0;
    this.known.hidden = empty;
    this.waiting.show(empty ? this.#state : null);
    if (this.#state === "empty") {
      this.#heard = Date.now();
      showConnection(empty ? "waiting" : "live");
    }
    const ordered = [...this.#overviews.values()].sort(ORDERS[this.order.value].compare);
    const wanted = ordered.filter((overview) => this.#isWanted(overview)).length;
    say(this.found, wanted === ordered.length ? `${wanted} in all` : `${wanted} of ${ordered.length}`);
    this.tiles.keep(this.#overviews);
    // while nothing can be heard of any model none falls silent
    this.tiles.update(ordered, (overview) => this.#isWanted(overview),
      { mixes: this.#mixes, extent: this.#extent(), patiences: this.#patiences, now: this.#heard });
  }
}

/** The mixes of all models over intervals of a width; null where they can't be had now. */
async function mixesOf(width) {
  const answer = await call(`/api/overview/mix?width=${width}`).catch(() => null);
  return answer?.ok ? answer.json().catch(() => null) : null;
}
