/** The evidence for a change against its alarm line while the page is open, and one feature over the same time, with the alerts on both. */

import { Lines } from "../charts/lines.js";
import { evidence, stateOf, SUSPICION } from "../drift.js";
import { html, say } from "../markup.js";
import { count, decimal, percent } from "../numbers.js";
import { FEATURES, monitored } from "../words.js";
import { History } from "./history.js";

/** Less is no evidence at all; a logarithmic axis has no 0. */
const LEAST = 0.1;

const MOST_CARRIERS = 4;

/** Of the evidence of one group: an hour at the pace at which a busy model is told. */
const MOST_TRACED = 7_200;

const traceOf = ({ site, referenceMode }) => `${site} ${referenceMode}`;

export class EvidencePanel {
  #group = null;
  #alerts = [];
  #points = [];
  #traces = new Map();
  #end = () => {};

  constructor(id, alerts, mixChanged) {
    this.id = id;
    this.alerts = alerts;
    this.mixChanged = mixChanged;
    this.history = new History(id, (content) => { this.#points = content.points; this.#draw(); });
    this.standing = html("p");
    this.carriers = html("p", { class: "soft" });
    this.evidence = html("canvas", { role: "img", tabindex: "0" });
    this.value = html("canvas", { role: "img", tabindex: "0" });
    this.none = html("p", { class: "soft" });
    this.choice = html("select", {}, ...FEATURES.map(({ name, label }) => html("option", { value: name }, label)));
    this.choice.value = this.history.feature;
    this.width = html("select", {}, html("option", { value: "1h" }, "Hours"), html("option", { value: "5m" }, "Five minutes"));
    this.choice.addEventListener("change", () => { this.history.feature = this.choice.value; this.history.load(); });
    this.width.addEventListener("change", () => { this.history.width = this.width.value; this.history.load(); });
    this.means = html("p", { class: "soft" });
    this.evidenceFrame = html("div", { class: "chart" }, this.evidence);
    this.node = html("section", { class: "panel", "aria-labelledby": "drift-title" },
      html("div", { class: "panel-head" },
        html("div", {}, html("h2", { id: "drift-title" }, "Has it changed?"), this.standing, this.carriers),
        html("div", { class: "tools" }, html("label", {}, "Interval", this.width))),
      html("h3", {}, "Evidence for a change, since this page was opened"), this.none, this.evidenceFrame,
      html("div", { class: "tools" }, html("h3", {}, "A feature over time"), html("label", {}, "Feature", this.choice)),
      this.means, html("div", { class: "chart" }, this.value));
    this.charts = [new Lines(this.evidence), new Lines(this.value)];
  }

  open() {
    this.#end = this.alerts.listen((alerts) => {
      this.#alerts = alerts.filter(({ model }) => model === this.id);
      this.#draw();
    });
    this.history.open();
  }

  close() {
    this.#end();
    this.history.close();
    this.charts.forEach((chart) => chart.close());
  }

  /** Takes newer statistics of all groups. */
  take({ updatedAt, groups }) {
    for (const group of groups) {
      const trace = this.#traces.get(traceOf(group)) ?? [];
      const at = Date.parse(updatedAt);
      if (group.drift && group.drift.state !== "LEARNING" && trace.at(-1)?.x !== at) {
        trace.push({ x: at, y: Math.max(LEAST, group.drift.statistic), words: `evidence ${decimal(group.drift.statistic, 1)}` });
        this.#traces.set(traceOf(group), trace.slice(-MOST_TRACED));
      }
    }
  }

  update(group) {
    this.#group = group;
    const carried = Object.entries(group.drift?.shares ?? {}).sort(([, a], [, b]) => b - a).slice(0, MOST_CARRIERS)
      .filter(([, share]) => share >= 0.01);
    say(this.standing, `${stateOf(group.drift).label}: ${evidence(group.drift)}.`);
    say(this.carriers, carried.length === 0 ? ""
      : `The evidence rests on ${carried.map(([name, share]) => `${monitored(name).label} (${percent(share)})`).join(", ")}.`);
    this.#draw();
  }

  #draw() {
    if (!this.#group) {
      return;
    }
    const { site, referenceMode, drift } = this.#group;
    const points = this.#points.filter((point) => point.site === site && point.referenceMode === referenceMode);
    const own = this.#alerts.filter((alert) => alert.site === site && alert.referenceMode === referenceMode);
    const marks = own.map((alert) => ({
      at: Date.parse(alert.raisedAt), label: stateOf(alert).label, colour: alert.state === "ALERT" ? "--alarm" : "--wait",
    }));
    this.#drawEvidence(drift, marks);
    this.#drawFeature(points, own, marks);
    this.mixChanged(points);
  }

  #drawEvidence(drift, marks) {
    const known = this.#traces.get(traceOf(this.#group)) ?? [];
    this.evidenceFrame.hidden = known.length === 0;
    say(this.none, known.length > 0 ? "" : drift && drift.state !== "LEARNING"
      ? "Nothing has been told yet." : "The watch begins when its reference is complete.");
    this.none.hidden = known.length > 0;
    if (known.length === 0) {
      return;
    }
    const line = drift?.expectedRunLength ?? 1_000;
    const greatest = Math.max(...known.map(({ y }) => y));
    this.charts[0].show({
      words: `Evidence for a change since this page was opened: at most ${decimal(greatest, 1)}, alarm at ${count(line)}, ${marks.length} alerts`,
      datasets: [{ colour: "--ink", borderWidth: 2, pointRadius: 1.5,
        data: known }],
      levels: [{ value: line, label: `alarm at ${count(line)}`, colour: "--alarm" },
        { value: line * SUSPICION, label: `suspicion at ${count(line * SUSPICION)}`, colour: "--wait" }],
      moments: marks.filter(({ at }) => at >= known[0].x),
      y: { type: "logarithmic", min: LEAST, max: Math.max(line * 3, greatest * 2),
        ticks: { callback: (value) => (Number.isInteger(Math.log10(value)) || value === LEAST ? value.toLocaleString("en") : null) } },
    });
  }

  #drawFeature(points, alerts, marks) {
    const { name, label, unit, decimals, times, mark, means } = monitored(this.history.feature);
    say(this.means, `${means} Line: mean of an interval. Band: one standard deviation.`);
    const known = points.filter((point) => point.mean !== null);
    const at = (point, sign) => ({ x: Date.parse(point.start), y: (point.mean + sign * (point.standardDeviation ?? 0)) * times });
    const write = (value) => `${decimal(value * times, decimals)}${unit ? `\u202f${unit}` : ""}`;
    const band = { silent: true, borderWidth: 0, pointRadius: 0, pointHitRadius: 0 };
    const references = alerts.filter((alert) => alert.feature === name && alert.referenceMean !== null).slice(0, 1);
    this.charts[1].show({
      words: `${label} over ${known.length} intervals${known.length ? `, now ${write(known.at(-1).mean)}` : ""}`,
      datasets: [
        { ...band, fill: "+1", band: "--accent", data: known.map((point) => at(point, 1)) },
        { ...band, fill: false, band: "--accent", data: known.map((point) => at(point, -1)) },
        { colour: "--accent", borderWidth: 2, pointRadius: 2.5, data: known.map((point) => ({ ...at(point, 0),
          words: `${label} ${write(point.mean)}${point.standardDeviation === null ? "" : ` \u00b1 ${write(point.standardDeviation)}`}, ${count(point.explanations)} explanations` })) }],
      levels: [...(mark === undefined ? [] : [{ value: mark, label: mark === 1 ? "uniform look" : "neither", colour: "--soft" }]),
        ...references.map((alert) => ({ value: alert.referenceMean * times, label: "mean of the reference", colour: "--ink" }))],
      moments: marks,
      y: { grace: "10%" },
    });
  }
}
