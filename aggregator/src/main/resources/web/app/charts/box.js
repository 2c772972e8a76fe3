/** A distribution by its quantiles, Tukey's box on an axis that is shared: 5 to 95 %, the middle half, the median. */

import { html, say } from "../markup.js";
import { decimal } from "../numbers.js";
import { axisWords } from "../words.js";

export class Box {
  /** Of a feature of words.js. */
  constructor(feature) {
    this.feature = feature;
    this.mark = feature.mark === undefined ? null : html("i", { class: "mark" });
    this.range = html("i", { class: "range" });
    this.half = html("i", { class: "band" });
    this.median = html("i", { class: "mean" });
    this.plot = html("div", { class: "plot", role: "img" }, this.mark, this.range, this.half, this.median);
    this.value = html("b");
    this.node = html("div", { class: "box" }, html("span", { class: "soft" }, feature.label),
      html("span", { class: "box-value" }, html("span", { class: "soft" }, "median "), this.value), this.plot);
  }

  update(moments, [low, high]) {
    const quantiles = moments?.quantiles ?? {};
    const known = moments?.count > 0 && Number.isFinite(quantiles["0.5"]);
    this.node.classList.toggle("undefined", !known);
    if (!known) {
      say(this.value, "\u2013");
      this.plot.setAttribute("aria-label", `${this.feature.label}: not defined yet`);
      return;
    }
    const shown = (probability) => quantiles[probability] * this.feature.times;
    const at = (value) => Math.min(100, Math.max(0, (100 * (value - low)) / (high - low)));
    const place = (part, from, to) => {
      part.style.left = `${at(from)}%`;
      part.style.width = `${at(to) - at(from)}%`;
    };
    place(this.range, shown("0.05"), shown("0.95"));
    place(this.half, shown("0.25"), shown("0.75"));
    this.median.style.left = `${at(shown("0.5"))}%`;
    if (this.mark) {
      this.mark.style.left = `${at(this.feature.mark)}%`;
    }
    const write = (probability) => decimal(shown(probability), this.feature.decimals);
    say(this.value, write("0.5"));
    const words = `${this.feature.label}: median ${write("0.5")}, half of the cases from ${write("0.25")} to ${write("0.75")}, `
      + `nine in ten from ${write("0.05")} to ${write("0.95")}. ${axisWords(this.feature, [low, high])}`;
    this.plot.setAttribute("aria-label", words);
    this.node.title = words;
  }
}
