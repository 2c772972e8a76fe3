/** The mix of strategies of one group: a bar of shares with a labelled key, which is that of the mix over time below it, too. */

import { html, say } from "../markup.js";
import { count, percent } from "../numbers.js";
import { STRATEGIES } from "../words.js";
import { noCase } from "./key.js";

/** Below this share a label does not fit into its segment. */
const LABEL_FROM = 0.12;

export class StrategyMix {
  constructor() {
    this.segments = STRATEGIES.map((strategy) => html("i", { class: `segment ${strategy.name.toLowerCase()}` }));
    this.rows = STRATEGIES.map((strategy) => ({
      value: html("b"),
      row: html("li", { title: strategy.means }),
      strategy,
    }));
    this.rows.forEach(({ row, value, strategy }) =>
      row.append(html("i", { class: `swatch ${strategy.name.toLowerCase()}` }), html("span", {}, strategy.label), value));
    this.bar = html("div", { class: "mix", role: "img" }, ...this.segments);
    this.node = html("div", {}, this.bar, html("ul", { class: "mix-key" }, ...this.rows.map(({ row }) => row), noCase()));
  }

  /** Shows explanations per class of strategy. */
  update(classCounts) {
    const counts = STRATEGIES.map((strategy) => classCounts[strategy.name] ?? 0);
    const total = counts.reduce((sum, number) => sum + number, 0) || 1;
    const shares = counts.map((number) => number / total);
    shares.forEach((share, index) => {
      this.segments[index].style.flexGrow = share;
      this.segments[index].hidden = share === 0;
      say(this.segments[index], share >= LABEL_FROM ? percent(share) : "");
      this.rows[index].row.classList.toggle("absent", share === 0);
      say(this.rows[index].value, `${count(counts[index])}`);
    });
    this.bar.setAttribute("aria-label", STRATEGIES
      .map((strategy, index) => `${strategy.label} ${percent(shares[index])}`)
      .join(", "));
  }
}
