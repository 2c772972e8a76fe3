/** One feature over event time, mean and spread of each interval. */

import { Lines } from "../charts/lines.js";
import { html } from "../markup.js";
import { between, count, decimal } from "../numbers.js";
import { monitored } from "../words.js";

const BAND = { silent: true, borderWidth: 0, pointRadius: 0, pointHitRadius: 0, fill: false, band: "--accent" };

export class FeatureChart {
  constructor() {
    this.canvas = html("canvas", { role: "img", tabindex: "0" });
    this.means = html("p", { class: "soft" });
    this.node = html("div", {}, this.means, html("div", { class: "chart" }, this.canvas));
    this.chart = new Lines(this.canvas);
  }

  close() {
    this.chart.close();
  }

  /**
   * Shows the points of one group, earliest first, and the reference of the newest alert that the feature carried.
   *
   * @param widthMillis of each of their intervals
   * @param marks the alerts; null while they are not known
   * @param span of time that the axis shows
   */
  show(feature, points, { widthMillis, alerts, marks, span }) {
    const { name, label, unit, decimals, times, mark, means } = monitored(feature);
    this.means.textContent = `${means} Line: mean of an interval. Band: one standard deviation.`;
    const known = points.filter((point) => point.mean !== null);
    // a mean is of its whole interval
    const at = (point, sign) => ({ x: Date.parse(point.start) + widthMillis / 2, y: (point.mean + sign * (point.standardDeviation ?? 0)) * times });
    const write = (value) => `${decimal(value * times, decimals)}${unit ? `\u202f${unit}` : ""}`;
    const when = ({ start }) => between({ min: Date.parse(start), max: Date.parse(start) + widthMillis });
    const words = (point) => `${label} ${write(point.mean)}${point.standardDeviation === null ? "" : ` \u00b1 ${write(point.standardDeviation)}`}, `
      + `${count(point.explanations)} explanations`;
    const references = alerts.filter((alert) => alert.feature === name && alert.referenceMean !== null).slice(0, 1);
    this.chart.show({
      words: `${label} over ${known.length} intervals${known.length ? `, now ${write(known.at(-1).mean)}, ${between(span)}` : ""}`,
      datasets: [
        { ...BAND, fill: "+1", data: known.map((point) => at(point, 1)) },
        { ...BAND, data: known.map((point) => at(point, -1)) },
        { colour: "--accent", borderWidth: 2, pointRadius: 2.5, data: known.map((point) => ({ ...at(point, 0), when: when(point), words: words(point) })) }],
      levels: [...(mark === undefined ? [] : [{ value: mark, label: mark === 1 ? "uniform look" : "neither", colour: "--soft" }]),
        ...references.map((alert) => ({ value: alert.referenceMean * times, label: "mean of the reference", colour: "--ink" }))],
      x: span,
      moments: marks?.moments,
      spans: marks?.spans,
      y: { grace: "10%", title: unit ? `${label}, ${unit}` : label },
    });
  }
}
