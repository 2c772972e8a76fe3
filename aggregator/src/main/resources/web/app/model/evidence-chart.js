/** The evidence for a change against its alarm line, interval by interval: of all features together, and of those that carry most of it. */

import { Lines } from "../charts/lines.js";
import { stateOf, SUSPICION } from "../drift.js";
import { html, svg } from "../markup.js";
import { between, count, dateAndTime, decimal, percent } from "../numbers.js";
import { monitored } from "../words.js";

/** Less is no evidence at all; a logarithmic axis has no 0. */
const LEAST = 0.1;

/** Told apart by their dashes as well: not everybody sees colours. */
const CARRIERS = [
  { colour: "--series-a", dash: [7, 4] },
  { colour: "--series-b", dash: [2, 3] },
  { colour: "--series-c", dash: [9, 3, 2, 3] },
];

/** What is drawn, and what is read by pointer and keys: corners of steps say nothing. */
const STEPS = { silent: true, pointRadius: 0, pointHitRadius: 0, pointHoverRadius: 0 };
const READ = { showLine: false, pointRadius: 0, pointHoverRadius: 5 };

const MOST_ROWS = 48;

const amount = (value) => (value >= 10 ? count(value) : decimal(value, 1));

export class EvidenceChart {
  constructor() {
    this.canvas = html("canvas", { role: "img", tabindex: "0" });
    this.frame = html("div", { class: "chart" }, this.canvas);
    this.key = html("ul", { class: "line-key", "aria-label": "Lines of the chart" });
    this.rows = html("tbody");
    this.none = html("p", { class: "soft" });
    this.table = html("details", {}, html("summary", {}, "As a table"),
      html("div", { class: "scrolls", tabindex: "0", role: "region", "aria-label": "Evidence for a change, newest interval first" },
        html("table", { class: "intervals" },
          html("thead", {}, html("tr", {}, ...["Interval from", "Studies", "Evidence, at most", "Alarm at", "Stood at", "Rested on"]
            .map((title) => html("th", { scope: "col" }, title)))), this.rows)));
    this.node = html("div", {}, this.none, this.frame, this.key, this.table);
    this.chart = new Lines(this.canvas);
  }

  close() {
    this.chart.close();
  }

  /**
   * Shows the points of one group, earliest first.
   *
   * @param widthMillis of each of their intervals
   * @param marks the alerts; null while they are not known
   * @param span of time that the axis shows
   */
  show(all, widthMillis, marks, span) {
    const points = intervals(all, widthMillis);
    [this.frame, this.key, this.table].forEach((node) => { node.hidden = points.length === 0; });
    this.none.hidden = points.length > 0;
    this.none.textContent = all.length > 0
      ? "The watch begins when its reference is complete." : "No study of these cases has been weighed yet.";
    if (points.length === 0) {
      return;
    }
    const carriers = carriersOf(points);
    const line = points.at(-1).alarmLine;
    const greatest = Math.max(...points.map((point) => point.greatest));
    this.chart.show({
      words: `Evidence for a change over ${points.length} intervals, ${between(span)}: at most ${amount(greatest)}, alarm at ${count(line)}${marks === null ? "" : `, ${marks.words}`}`,
      datasets: [
        { ...STEPS, colour: "--ink", borderWidth: 2.5, data: steps(points, (point) => point.greatest, (point) => point.newest) },
        ...carriers.map(({ name, colour, dash }) => ({ ...STEPS, colour, borderDash: dash, borderWidth: 1.75,
          data: steps(points, (point) => share(point, name), (point) => (point.newest === point.greatest ? share(point, name) : NaN)) })),
        { ...READ, colour: "--ink", data: points.map((point) => at(point, point.greatest,
          `evidence at most ${amount(point.greatest)}, ${count(point.studies)} studies${point.anew ? ", begun anew" : ""}`)) },
        ...carriers.map(({ name, colour }) => ({ ...READ, colour,
          data: points.map((point) => at(point, share(point, name), `${monitored(name).label} ${amount(share(point, name))}`)) })),
      ],
      levels: [{ value: line, label: `alarm at ${count(line)}`, colour: "--alarm" },
        { value: line * SUSPICION, label: `suspicion at ${count(line * SUSPICION)}`, colour: "--wait" }],
      x: span,
      moments: marks?.moments,
      spans: marks?.spans,
      y: { type: "logarithmic", min: LEAST, max: Math.max(line * 3, greatest * 2), title: "Evidence (e-value)",
        ticks: { callback: (value) => (Number.isInteger(Math.log10(value)) || value === LEAST ? value.toLocaleString("en") : null) } },
    });
    this.key.replaceChildren(keyOf({ colour: "--ink", dash: [] }, "All features together"),
      ...carriers.map((carrier) => keyOf(carrier, `${monitored(carrier.name).label}, at most ${amount(carrier.most)}`)),
      ...(points.some(({ ends }) => ends) ? [html("li", { class: "soft" }, "A gap: it began anew, as with every decision on an alert and with a reference that is learnt")] : []));
    this.rows.replaceChildren(...points.slice(-MOST_ROWS).reverse().map(row));
  }
}

const share = (point, name) => point.greatest * (point.shares[name] ?? 0);

/** Read where the middle of the step is: of two steps the one that is pointed at is the nearer one. */
const at = (point, value, words) => ({ x: (point.from + point.to) / 2, y: Math.max(LEAST, value), when: between({ min: point.from, max: point.to }), words });

/** While a reference is gathered there is no statistic. */
const isWithout = ({ state, greatest }) => state === "LEARNING" && !(greatest > 0);

/** Points of which the watch has a statistic, each with the time it is of, whether the statistic began anew in it, and whether its line ends with it. */
function intervals(all, widthMillis) {
  return all.map((point, index) => {
    const from = Date.parse(point.start);
    const anew = beginsAnew(point, all[index - 1]);
    const next = all[index + 1];
    return { ...point, from, to: from + widthMillis, anew, ends: anew || (next !== undefined && isWithout(next)) };
  }).filter((point) => !isWithout(point));
}

/**
 * At the alarm; while the alert is open, whenever the change is suspected again, and when it is over; where a reference began to be
 * gathered. A reference made at once of the newest studies while no alert is open can't be told from the points: there the line goes on.
 */
function beginsAnew({ state, greatest, alarmLine }, before) {
  const open = state === "ALERT" || before?.state === "ALERT";
  return greatest >= alarmLine || (open && greatest >= alarmLine * SUSPICION) || (open && state !== "ALERT") || state === "LEARNING";
}

/** Each value over its whole interval; from there it stands where the newest study left it, until the next one is weighed or the line ends. */
function steps(points, greatest, newest) {
  return points.flatMap((point, index) => {
    const next = points[index + 1];
    const corners = [[point.from, greatest(point)], [point.to, greatest(point)]];
    if (next && point.ends) {
      corners.push([point.to, NaN]);
    } else if (next && next.from > point.to) {
      corners.push([point.to, newest(point)], [next.from, newest(point)]);
    }
    return corners.map(([x, y]) => ({ x, y: Math.max(LEAST, y) }));
  });
}

/** The features whose own evidence got furthest. */
function carriersOf(points) {
  const most = new Map();
  for (const point of points) {
    for (const name of Object.keys(point.shares)) {
      most.set(name, Math.max(most.get(name) ?? 0, share(point, name)));
    }
  }
  return [...most].filter(([, reached]) => reached > LEAST).sort(([, a], [, b]) => b - a).slice(0, CARRIERS.length)
    .map(([name, reached], index) => ({ name, most: reached, ...CARRIERS[index] }));
}

function keyOf({ colour, dash }, words) {
  return html("li", {},
    svg("svg", { class: "line-sample", viewBox: "0 0 32 8", "aria-hidden": "true", "data-colour": colour },
      svg("line", { x1: 0, x2: 32, y1: 4, y2: 4, "stroke-dasharray": dash.join(" ") || "none" })),
    words);
}

function row(point) {
  const carried = Object.entries(point.shares).sort(([, a], [, b]) => b - a).filter(([, part]) => part >= 0.1).slice(0, 3);
  return html("tr", {}, ...[dateAndTime(point.start), count(point.studies), `${amount(point.greatest)}${point.anew ? ", begun anew" : ""}`, count(point.alarmLine), stateOf(point).label,
    carried.map(([name, part]) => `${monitored(name).label} ${percent(part)}`).join(", ") || "\u2013"].map((text) => html("td", {}, text)));
}
