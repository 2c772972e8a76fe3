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

const NOTHING = { start: 0, points: [] };

/** When the newest of the intervals begins; -Infinity of none. Starts that no calendar has are left out. */
export const newestOf = (points) => points.map(({ start }) => Date.parse(start)).filter(Number.isFinite)
  .reduce((newest, at) => Math.max(newest, at), -Infinity);

/** The intervals that an axis of so many has room for, the last of which begins at that time: one without a case is a gap. */
export function onAxis(points, widthMillis, columns, last) {
  const timed = points.map((point) => ({ point, at: Date.parse(point.start) })).filter(({ at }) => Number.isFinite(at));
  const start = last - (columns - 1) * widthMillis;
  if (timed.length === 0 || !Number.isFinite(start)) {
    return NOTHING;
  }
  return { start, points: timed.filter(({ at }) => at >= start && at <= last).map(({ point, at }) => ({ point, index: Math.round((at - start) / widthMillis) })) };
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
    this.from = html("span");
    this.to = html("span");
    this.node = html("div", { class: "mix-over-time" }, this.picture, html("p", { class: "soft mix-times", "aria-hidden": "true" }, this.from, this.to));
  }

  /** Shows points of intervals of that length up to the one that begins at the last moment; the same array is the same mix. */
  update(points, widthMillis, last = newestOf(points)) {
    if (points === this.#given) {
      return;
    }
    this.#given = points;
    const { start, points: newest } = onAxis(points, widthMillis, this.columns, last);
    const shown = JSON.stringify([start, newest]);
    if (shown === this.#shown) {
      return;
    }
    this.#shown = shown;
    this.picture.replaceChildren(...newest.map(({ point, index }) => column(point, index)));
    if (start === 0) {
      say(this.from, "no interval is over yet");
      say(this.to, "");
      this.picture.setAttribute("aria-label", "No mix over time yet");
      return;
    }
    const from = new Date(start).toISOString();
    const to = new Date(start + this.columns * widthMillis).toISOString();
    say(this.from, shortTime(from));
    say(this.to, shortTime(to));
    this.picture.setAttribute("aria-label",
      `Mix of strategies over ${this.columns} intervals, ${newest.length} of them with cases, from ${dateAndTime(from)} to ${dateAndTime(to)}`);
  }
}
