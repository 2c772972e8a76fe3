/** The feature that an alert is about, over time and in its newest hour: what the alert says of it is of when it was raised. */

import { Asked } from "../asked.js";
import { html, say } from "../markup.js";
import { FeatureChart } from "../model/feature-chart.js";
import { between, count, decimal } from "../numbers.js";
import { monitored } from "../words.js";
import { marksOf } from "./marks.js";

const CLASS = "strategy.";

export class FeatureNow {
  #alert = null;
  #asked = null;
  #history = null;

  constructor() {
    this.words = html("span", {}, "Asking for the newest figures.");
    this.chart = new FeatureChart();
    this.node = html("section", { "aria-label": "The feature over time", hidden: true }, html("h2", {}, "The feature over time"), this.chart.node);
  }

  /** Asks about the feature of an alert; it may be another one with every state. */
  show(alert) {
    const another = this.#alert?.feature !== alert.feature;
    this.#alert = alert;
    if (another) {
      this.#asked?.close();
      this.#history = null;
      this.#asked = new Asked(() => address(alert), (history) => { this.#history = history; this.#draw(); });
      this.#asked.open();
    }
    this.#draw();
  }

  close() {
    this.#asked?.close();
    this.chart.close();
  }

  #draw() {
    const alert = this.#alert;
    if (!this.#history) {
      return;
    }
    const { widthMillis } = this.#history;
    const points = this.#history.points.filter((point) => point.site === alert.site && point.referenceMode === alert.referenceMode)
      .map((point) => ofFeature(point, alert.feature)).filter(({ mean }) => mean !== null);
    this.node.hidden = points.length === 0;
    if (points.length === 0) {
      say(this.words, "None is kept.");
      return;
    }
    const spanOf = (first, last) => ({ min: Date.parse(first.start), max: Date.parse(last.start) + widthMillis });
    const { label, unit, decimals, times } = monitored(alert.feature);
    const write = (value) => `${decimal(value * times, decimals)}${unit ? `\u202f${unit}` : ""}`;
    const newest = points.at(-1);
    say(this.words, `${write(newest.mean)}${newest.standardDeviation === null ? "" : ` \u00b1 ${write(newest.standardDeviation)}`}, `
      + `${count(newest.explanations)} explanation${newest.explanations === 1 ? "" : "s"}, ${between(spanOf(newest, newest))}`);
    this.words.title = `${label}: mean \u00b1 one standard deviation of the newest hour`;
    this.chart.show(alert.feature, points, { widthMillis, alerts: [alert], marks: marksOf([alert]), span: spanOf(points[0], newest) });
  }
}

/** The share of a class is no feature of a history, but counted in each. */
const address = ({ model, feature }) => `/api/models/${encodeURIComponent(model)}/history?width=1h`
  + (feature.startsWith(CLASS) ? "" : `&feature=${encodeURIComponent(feature)}`);

const ofFeature = (point, feature) => (feature.startsWith(CLASS)
  ? { ...point, mean: (point.classCounts[feature.slice(CLASS.length)] ?? 0) / point.explanations, standardDeviation: null }
  : point);
