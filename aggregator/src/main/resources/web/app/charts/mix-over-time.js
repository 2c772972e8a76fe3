/** The mix of strategies over time: a column per interval of event time, as high as the shares of its explanations. */

import { html, say, svg } from "../markup.js";
import { count, dateAndTime, percent, shortTime } from "../numbers.js";
import { STRATEGIES, strategyClass } from "../words.js";

const COLUMN = 10;
const HEIGHT = 48;

/** With fewer intervals than these a column would be taken for a bar. */
const FEWEST_COLUMNS = 6;

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

const NOTHING = { start: 0, columns: 0, points: [] };

/** When the newest of the intervals begins; -Infinity of none. Starts that no calendar has are left out. */
export const newestOf = (points) => points.map(({ start }) => Date.parse(start)).filter(Number.isFinite)
  .reduce((newest, at) => Math.max(newest, at), -Infinity);

/** When the earliest of the intervals begins; Infinity of none. */
export const earliestOf = (points) => points.map(({ start }) => Date.parse(start)).filter(Number.isFinite)
  .reduce((earliest, at) => Math.min(earliest, at), Infinity);

/**
 * The intervals between the first and the last of an axis, or the newest of them where it has no room for all: one without a case is
 * a gap. Before the first nobody had a case, which is no gap of anything.
 */
export function onAxis(points, widthMillis, most, { first, last }) {
  const timed = points.map((point) => ({ point, at: Date.parse(point.start) })).filter(({ at }) => Number.isFinite(at));
  const columns = Math.max(FEWEST_COLUMNS, Math.min(most, Math.round((last - first) / widthMillis) + 1));
  const start = last - (columns - 1) * widthMillis;
  if (timed.length === 0 || !Number.isFinite(start)) {
    return NOTHING;
  }
  return { start, columns, points: timed.filter(({ at }) => at >= start && at <= last).map(({ point, at }) => ({ point, index: Math.round((at - start) / widthMillis) })) };
}

export class MixOverTime {
  #shown = "";
  #given = null;

  /** With room for so many intervals; the newest is at the right. */
  constructor(most) {
    this.most = most;
    this.picture = svg("svg", { class: "mix-time", preserveAspectRatio: "none", role: "img" });
    this.from = html("span");
    this.to = html("span");
    this.node = html("div", { class: "mix-over-time" }, this.picture, html("p", { class: "soft mix-times", "aria-hidden": "true" }, this.from, this.to));
  }

  /** Shows points of intervals of that length on an axis from the one that begins first to the last; the same array is the same mix. */
  update(points, widthMillis, { first, last } = { first: earliestOf(points), last: newestOf(points) }) {
    if (points === this.#given) {
      return;
    }
    this.#given = points;
    const { start, columns, points: newest } = onAxis(points, widthMillis, this.most, { first, last });
    const shown = JSON.stringify([start, columns, newest]);
    if (shown === this.#shown) {
      return;
    }
    this.#shown = shown;
    this.picture.setAttribute("viewBox", `0 0 ${Math.max(1, columns) * COLUMN} ${HEIGHT}`);
    this.picture.replaceChildren(...newest.map(({ point, index }) => column(point, index)));
    if (start === 0) {
      say(this.from, "no interval is over yet");
      say(this.to, "");
      this.picture.setAttribute("aria-label", "No mix over time yet");
      return;
    }
    const from = new Date(start).toISOString();
    const to = new Date(start + columns * widthMillis).toISOString();
    say(this.from, shortTime(from));
    say(this.to, shortTime(to));
    this.picture.setAttribute("aria-label",
      `Mix of strategies over ${columns} intervals, ${newest.length} of them with cases, from ${dateAndTime(from)} to ${dateAndTime(to)}`);
  }
}
