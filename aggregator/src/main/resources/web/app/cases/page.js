/** All explanations of one version of a model that the aggregator can still find, page by page. */

import { html, say } from "../markup.js";
import { count, dateAndTime, decimal } from "../numbers.js";
import { of } from "../router.js";
import { call } from "../session.js";
import { referenceLabel, STRATEGIES, strategyClass, strategyLabel } from "../words.js";

const AT_ONCE = 50;

const NO_LONGER_HELD = 400;

const ORDERS = [["newest", "Newest"], ["oldest", "Oldest"], ["dice", "Lowest Dice"]];

const choice = (options) => html("select", {}, ...options.map(([value, label]) => html("option", { value }, label)));

function row(one) {
  return html("tr", {},
    html("th", { scope: "row" }, html("a", { href: of("case", one.explanationId) }, one.explanationId.slice(0, 8))),
    ...[one.explainedAt, one.segmentedAt].map((at) => html("td", {}, html("time", { datetime: at }, dateAndTime(at)))),
    html("td", {}, html("span", { class: "tag" }, html("i", { class: `swatch ${strategyClass(one.strategy)}` }), strategyLabel(one.strategy))),
    html("td", { class: "number" }, one.baselineDice === null ? "\u2013" : decimal(one.baselineDice, 1)),
    html("td", {}, one.site),
    html("td", {}, referenceLabel(one.referenceMode)));
}

export class CasesPage {
  #goOn = () => {};
  #asked = 0;

  constructor(id) {
    this.id = id;
    this.title = `Cases of ${id}`;
    this.order = choice(ORDERS);
    this.strategy = choice([["", "Any"], ...STRATEGIES.map(({ name, label }) => [name, label])]);
    for (const select of [this.order, this.strategy]) {
      select.addEventListener("change", () => this.#begin());
    }
    this.said = html("p", { class: "soft", role: "status" });
    this.rows = html("tbody");
    this.table = html("div", { class: "scrolls", tabindex: "0", role: "region", "aria-label": "Cases, can be scrolled", hidden: true },
      html("table", { class: "intervals" },
        html("thead", {}, html("tr", {}, ...["Explanation", "Explained", "Segmented", "Strategy", "Dice, %", "Site", "Scored"].map((name) => html("th", { scope: "col", class: name.endsWith("%") ? "number" : null }, name)))),
        this.rows));
    this.more = html("button", { class: "more", type: "button", hidden: true });
    this.more.addEventListener("click", () => this.#goOn());
    this.node = html("div", { class: "page" },
      html("div", { class: "intro" }, html("div", {},
        html("p", {}, html("a", { href: of("") }, "Models"), " / ", html("a", { href: of("model", id) }, id), " / "),
        html("h1", {}, "Cases"))),
      html("section", { class: "panel cases", "aria-label": this.title },
        html("div", { class: "tools" }, html("label", {}, "Order by", this.order), html("label", {}, "Strategy", this.strategy)),
        this.said, this.table, this.more));
  }

  open() {
    this.#begin();
  }

  close() {
    this.#asked = -1;
  }

  #begin() {
    this.rows.replaceChildren();
    this.#ask(null);
  }

  async #ask(before) {
    this.#asked += 1;
    const asked = this.#asked;
    this.more.hidden = true;
    say(this.said, "Asking for the cases.");
    const wanted = new URLSearchParams({ limit: AT_ONCE, sort: this.order.value,
      ...(this.strategy.value && { strategy: this.strategy.value }), ...(before && { before }) });
    const answer = await call(`/api/models/${encodeURIComponent(this.id)}/explanations?${wanted}`).catch(() => null);
    const found = await answer?.json().catch(() => null);
    // what a later choice has overtaken is not shown
    if (asked !== this.#asked) {
      return;
    }
    if (!answer?.ok || !found) {
      this.#failed(answer, found, before);
      return;
    }
    this.#show(found);
  }

  /** The rows that are there stay; a page that follows a case which is no longer held can't be had any more. */
  #failed(answer, found, before) {
    const over = answer?.status === NO_LONGER_HELD && before !== null;
    say(this.said, over ? "The last case shown is no longer held, so that what follows it can\u2019t be found."
      : found?.message ?? (answer ? `The aggregator could not tell (status ${answer.status}).` : "No connection to the aggregator."));
    this.table.hidden = this.rows.children.length === 0;
    this.#offer(over ? "Begin anew" : "Try again", () => (over ? this.#begin() : this.#ask(before)));
  }

  #offer(words, goOn) {
    say(this.more, words);
    this.#goOn = goOn;
    this.more.hidden = false;
  }

  #show({ explanations, next, indexed, complete }) {
    this.rows.append(...explanations.map(row));
    if (next !== null) {
      this.#offer(`Show ${AT_ONCE} more`, () => this.#ask(next));
    }
    const shown = this.rows.children.length;
    this.table.hidden = shown === 0;
    const among = `among the newest ${count(indexed)} explanations of all models`;
    say(this.said, `${shown === 0 ? "There is none" : next === null ? `All ${count(shown)}` : `The first ${count(shown)} of those`} ${among}`
      + `${complete ? "." : "; the topic is still being read, there may be more."}`);
  }
}
