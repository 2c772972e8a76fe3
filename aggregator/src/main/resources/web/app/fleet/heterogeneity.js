/** How differently models perceive: how much of all differences lies between models, and how much between the inputs of one. */

import { html, say } from "../markup.js";
import { count, decimal, percent } from "../numbers.js";
import { call } from "../session.js";
import { referenceLabel } from "../words.js";
import { DistanceMatrix } from "./matrix.js";

const EVERY_MILLIS = 5_000;

/**
 * Explanations from which on a mean profile is told as one: below it the noise of a mean profile is of the size of the distances
 * seen. Means of n explanations each of two models that are alike are about sqrt(within / (2 n ln 2)) apart: 0.1 at 20, where the
 * inputs of a model differ by 0.3 nats.
 */
const FEWEST_EXPLANATIONS = 20;

export class Heterogeneity {
  #timer = 0;
  #comparisons = [];

  constructor() {
    this.matrix = new DistanceMatrix();
    this.between = html("i", { class: "share-between" });
    this.within = html("i", { class: "share-within" });
    this.bar = html("div", { class: "shares", role: "img" }, this.between, this.within);
    this.words = html("p");
    this.betweenWords = html("span");
    this.withinWords = html("span");
    this.parts = html("ul", { class: "mix-key shares-key" },
      html("li", {}, html("i", { class: "swatch share-between" }), this.betweenWords),
      html("li", {}, html("i", { class: "swatch share-within" }), this.withinWords));
    this.few = html("p", { class: "soft" });
    this.modes = html("select", { "aria-label": "What regions are scored against" });
    this.modes.addEventListener("change", () => this.#draw());
    this.node = html("section", { class: "panel fleet-heterogeneity", "aria-labelledby": "heterogeneity-title", hidden: true },
      html("div", { class: "panel-head" },
        html("div", {}, html("h2", { id: "heterogeneity-title" }, "How differently they perceive"),
          html("p", { class: "soft" }, "Divergence of the profiles of what the models rely on: between the models, and between the inputs of one model.")),
        this.modes),
      this.bar, this.parts, this.words, html("h3", {}, "Distance of each two models"),
      html("p", { class: "soft" }, "Jensen-Shannon distance of their mean profiles: 0 alike, 1 nothing in common. Fuller colour: further apart."), this.few, this.matrix.node);
  }

  open() {
    this.#load();
    this.#timer = setInterval(() => this.#load(), EVERY_MILLIS);
  }

  close() {
    clearInterval(this.#timer);
  }

  async #load() {
    if (document.hidden) {
      return;
    }
    const answer = await call("/api/fleet").catch(() => null);
    if (answer?.ok) {
      this.#comparisons = (await answer.json()).filter(({ models }) => models.length > 0);
      this.#draw();
    }
  }

  #draw() {
    const modes = this.#comparisons.map(({ referenceMode }) => referenceMode);
    if (modes.join() !== [...this.modes.options].map(({ value }) => value).join()) {
      const chosen = this.modes.value;
      this.modes.replaceChildren(...modes.map((mode) => html("option", { value: mode }, `Scored ${referenceLabel(mode)}`)));
      this.modes.value = modes.includes(chosen) ? chosen : modes[0];
    }
    this.modes.hidden = modes.length < 2;
    const comparison = this.#comparisons.find(({ referenceMode }) => referenceMode === this.modes.value);
    this.node.hidden = !comparison || comparison.models.length < 2;
    if (this.node.hidden) {
      return;
    }
    const { betweenDivergence: between, withinDivergence: within, totalDivergence: total } = comparison;
    const known = total !== null && total > 0;
    this.bar.hidden = !known;
    this.parts.hidden = !known;
    this.words.hidden = known;
    if (known) {
      this.between.style.width = `${(100 * between) / total}%`;
      this.within.style.width = `${(100 * within) / total}%`;
    }
    const parts = known ? [`Between models ${decimal(between, 3)} nats (${percent(between / total)})`,
      `between the inputs of a model ${decimal(within, 3)} nats (${percent(within / total)})`] : ["", ""];
    say(this.betweenWords, parts[0]);
    say(this.withinWords, parts[1]);
    say(this.words, "Not known before there are explanations in which something outside the region matters.");
    this.bar.setAttribute("aria-label", parts.join(", "));
    const few = this.matrix.update(comparison, FEWEST_EXPLANATIONS);
    this.few.hidden = !few;
    say(this.few, `Dotted, without colour: one of the two has fewer than ${count(FEWEST_EXPLANATIONS)} explanations; by chance alone, mean profiles of so few are about as far apart as those of different models.`);
  }
}
