/** The newest overlays of one model; a picture that is shown already is kept, so that nothing flickers. */

import { html, say } from "../markup.js";
import { of } from "../router.js";
import { show } from "../session.js";
import { dateAndTime, decimal, percent, timeOfDay } from "../numbers.js";
import { strategyClass, strategyLabel } from "../words.js";

function picture(explanation) {
  const strategy = strategyLabel(explanation.strategy.strategy);
  const dice = explanation.baselineDice === null ? "\u2013" : decimal(explanation.baselineDice, 1);
  const alt = `${explanation.caseId}: ${strategy}, Dice ${dice} %, `
    + `${percent(explanation.strategy.supportingShare ?? 0)} of the surroundings support, `
    + `${percent(explanation.strategy.hinderingShare ?? 0)} hinder`;
  const image = explanation.overlay
    ? html("img", { alt, decoding: "async", width: 256, height: 256 })
    : html("div", { class: "no-picture" }, "no picture");
  image.addEventListener("error", () => image.replaceWith(html("div", { class: "no-picture" }, "no picture")));
  const link = html("a", { href: of("case", explanation.explanationId), "aria-label": explanation.overlay ? null : alt }, image);
  if (explanation.overlay) {
    show(image, explanation.overlay);
  }
  return html("li", { title: `${explanation.caseId}, ${dateAndTime(explanation.explainedAt)}` },
    link,
    html("div", { class: "caption" },
      html("span", { class: "tag" }, html("i", { class: `swatch ${strategyClass(explanation.strategy.strategy)}` }), strategy),
      html("span", { class: "caption-figures" },
        html("span", {}, explanation.referenceMode === "PREDICTION" ? "own mask" : `Dice ${dice} %`),
        (explanation.greatestEffect ?? null) === null ? null : html("span", { title: "Full colour: the greatest effect of a block of this map" },
          `up to ${decimal(explanation.greatestEffect, 1)} points`),
        html("time", { datetime: explanation.explainedAt }, timeOfDay(explanation.explainedAt)))));
}

const least = (value) => value ?? Infinity;

const ORDERS = {
  newest: { label: "Newest", compare: (a, b) => b.explainedAt.localeCompare(a.explainedAt) },
  dice: { label: "Lowest Dice", compare: (a, b) => least(a.baselineDice) - least(b.baselineDice) },
  far: { label: "Greatest causal radius", compare: (a, b) => (b.strategy.causalRadius ?? -1) - (a.strategy.causalRadius ?? -1) },
  hindering: { label: "Most hindering", compare: (a, b) => (b.strategy.hinderingShare ?? -1) - (a.strategy.hinderingShare ?? -1) },
};

/** As many as are shown at once. */
const MOST = 24;

export class Gallery {
  #shown = new Map();

  /** @param id of the model, model@version */
  constructor(id) {
    this.list = html("ul", { class: "gallery" });
    this.more = html("button", { class: "more", type: "button", "aria-expanded": "false" });
    this.more.addEventListener("click", () => {
      const all = this.list.classList.toggle("all");
      this.more.setAttribute("aria-expanded", String(all));
      this.#label();
    });
    this.order = html("select", {}, ...Object.entries(ORDERS).map(([value, { label }]) => html("option", { value }, label)));
    this.order.addEventListener("change", () => this.update(this.explanations));
    this.tools = html("div", { class: "tools" }, html("label", {}, "Order by", this.order));
    this.empty = html("p", { class: "soft" }, "None of the newest maps is of these cases.");
    this.node = html("div", { class: "maps" }, this.tools, this.empty, this.list, this.more,
      html("p", { class: "all-cases" }, html("a", { href: of("cases", id) }, "All cases of this model")));
  }

  #label() {
    say(this.more, this.list.classList.contains("all") ? "Show fewer maps" : `Show all ${this.list.children.length} maps`);
  }

  update(explanations) {
    this.explanations = explanations;
    this.empty.hidden = explanations.length > 0;
    this.tools.hidden = explanations.length < 2;
    const ordered = [...explanations].sort(ORDERS[this.order.value].compare).slice(0, MOST);
    const wanted = new Map(ordered.map((explanation) => [
      explanation.explanationId,
      this.#shown.get(explanation.explanationId) ?? picture(explanation),
    ]));
    for (const [id, node] of this.#shown) {
      if (!wanted.has(id)) {
        node.remove();
      }
    }
    let previous = null;
    for (const node of wanted.values()) {
      const expected = previous ? previous.nextElementSibling : this.list.firstElementChild;
      if (node !== expected) {
        node.classList.toggle("arrived", this.#shown.size > 0);
        this.list.insertBefore(node, expected);
      }
      previous = node;
    }
    this.#shown = wanted;
    this.#label();
  }
}
