/** The mix of strategies over time: a column per interval of event time, as high as the shares of its explanations. */

import { html, say, svg } from "../markup.js";
import { count, dateAndTime, percent, shortTime } from "../numbers.js";
import { STRATEGIES, strategyClass } from "../words.js";

const COLUMN = 10;
const HEIGHT = 48;

function column(point, index) {
  const total = Object.values(point.classCounts).reduce((sum, number) => sum + number, 0);
  let top = 0;
  const parts = [];
  const words = [];
  for (const { name, label } of STRATEGIES) {
    const share = total ? (point.classCounts[name] ?? 0) / total : 0;
    if (share > 0) {
      parts.push(svg("rect", {
        class: `mix-${strategyClass(name)}`, x: index * COLUMN + 0.5, y: (top * HEIGHT).toFixed(2),
        width: COLUMN - 1, height: (share * HEIGHT).toFixed(2),
      }));
      words.push(`${label} ${percent(share)}`);
      top += share;
    }
  }
  return svg("g", {}, svg("title", {}, `${dateAndTime(point.start)}: ${words.join(", ")} of ${count(total)}`), ...parts);
}

export class MixOverTime {
  #shown = "";
  #given = null;

  /** With room for so many intervals; the newest is at the right. */
  constructor(columns) {
    this.columns = columns;
    this.picture = svg("svg", {
      class: "mix-time", viewBox: `0 0 ${columns * COLUMN} ${HEIGHT}`, preserveAspectRatio: "none", role: "img",
    });
    this.times = html("p", { class: "soft mix-times", "aria-hidden": "true" });
    this.node = html("div", { class: "mix-over-time" }, this.picture, this.times);
  }

  update(points) {
    if (points === this.#given) {
      return;
    }
    this.#given = points;
    const newest = points.slice(-this.columns);
    const shown = JSON.stringify(newest);
    if (shown === this.#shown) {
      return;
    }
    this.#shown = shown;
    this.picture.replaceChildren(...newest.map((point, index) => column(point, index + this.columns - newest.length)));
    say(this.times, newest.length === 0 ? "no interval is over yet"
      : `${newest.length} ${newest.length === 1 ? "interval" : "intervals"} with cases, ${shortTime(newest[0].start)} to ${shortTime(newest.at(-1).start)}`);
    this.picture.setAttribute("aria-label", newest.length === 0 ? "No mix over time yet"
      : `Mix of strategies over ${newest.length} intervals, from ${dateAndTime(newest[0].start)} to ${dateAndTime(newest.at(-1).start)}`);
  }
}
