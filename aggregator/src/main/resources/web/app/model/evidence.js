/** Has it changed? The evidence for a change against its alarm line, and one feature over the same time, with the alerts on both. */

import { AlertList } from "../alerts/list.js";
import { marksOf, told } from "../alerts/marks.js";
import { Asked } from "../asked.js";
import { evidence, stateOf } from "../drift.js";
import { html, say } from "../markup.js";
import { percent } from "../numbers.js";
import { of } from "../router.js";
import { FEATURES, monitored } from "../words.js";
import { EvidenceChart } from "./evidence-chart.js";
import { FeatureChart } from "./feature-chart.js";

const MOST_CARRIERS = 4;
const FEW_INTERVALS = 6;

const choices = (known) => known.map(({ name, label }) => html("option", { value: name }, label));

/** The time that all intervals of several charts together are of, so that what is below each other was at once. */
function spanOf(...shown) {
  const starts = ([points, widthMillis]) => points.map(({ start }) => [Date.parse(start), Date.parse(start) + widthMillis]);
  const edges = shown.flatMap(starts).flat();
  return edges.length === 0 ? null : { min: Math.min(...edges), max: Math.max(...edges) };
}

export class EvidencePanel {
  #group = null;
  #alerts = null;
  #weighed = [];
  #weighedMillis = 1;
  #points = [];
  #widthMillis = 1;
  #shownFeature = "causalRadius";
  #chosen = false;

  constructor(id, mixChanged) {
    this.alerts = new AlertList([["model", id]]);
    this.mixChanged = mixChanged;
    this.standing = html("p");
    this.carriers = html("p", { class: "soft" });
    this.last = html("p", { hidden: true }, html("a"));
    this.feature = html("select", {}, ...choices(FEATURES));
    this.feature.value = "causalRadius";
    this.width = html("select", {}, ...choices([{ name: "1h", label: "Hours" }, { name: "5m", label: "Five minutes" }]));
    const model = `/api/models/${encodeURIComponent(id)}`;
    this.evidence = new Asked(() => `${model}/evidence?width=${this.width.value}`,
      ({ points, widthMillis }) => {
        this.#weighed = points;
        this.#weighedMillis = widthMillis;
        this.#narrowIfFew();
        this.#draw();
      });
    this.history = new Asked(() => `${model}/history?feature=${encodeURIComponent(this.feature.value)}&width=${this.width.value}`,
      ({ points, feature, widthMillis }) => {
        this.#points = points;
        this.#shownFeature = feature;
        this.#widthMillis = widthMillis;
        this.#draw();
      });
    this.feature.addEventListener("change", () => this.history.load());
    this.width.addEventListener("change", () => { this.#chosen = true; this.#load(); });
    this.evidenceChart = new EvidenceChart();
    this.featureChart = new FeatureChart();
    this.node = html("section", { class: "panel", "aria-labelledby": "drift-title" },
      html("div", { class: "panel-head" },
        html("div", {}, html("h2", { id: "drift-title" }, "Has it changed?"), this.standing, this.carriers, this.last),
        html("div", { class: "tools" }, html("label", {}, "Interval", this.width))),
      html("h3", {}, "Evidence for a change, the most in each interval"), this.evidenceChart.node,
      html("div", { class: "tools" }, html("h3", {}, "A feature over time"), html("label", {}, "Feature", this.feature)),
      this.featureChart.node);
  }

  open() {
    this.alerts.listen((alerts, known) => {
      this.#alerts = known ? alerts : null;
      this.#draw();
    });
    this.alerts.open();
    this.evidence.open();
    this.history.open();
  }

  close() {
    this.alerts.close();
    this.evidence.close();
    this.history.close();
    this.evidenceChart.close();
    this.featureChart.close();
  }

  #load() {
    this.history.load();
    this.evidence.load();
  }

  /** Nobody has chosen yet, and hours would be a handful of points. */
  #narrowIfFew() {
    if (!this.#chosen && new Set(this.#weighed.map(({ start }) => start)).size < FEW_INTERVALS) {
      this.width.value = "5m";
      this.#load();
    }
    this.#chosen = true;
  }

  update(group) {
    const another = this.#group === null || this.#group.site !== group.site || this.#group.referenceMode !== group.referenceMode;
    this.#group = group;
    const carried = Object.entries(group.drift?.shares ?? {}).sort(([, a], [, b]) => b - a).slice(0, MOST_CARRIERS)
      .filter(([, share]) => share >= 0.01);
    say(this.standing, `${stateOf(group.drift).label}: ${evidence(group.drift)}.`);
    say(this.carriers, carried.length === 0 ? ""
      : `The evidence for a change rests on ${carried.map(([name, share]) => `${monitored(name).label} (${percent(share)})`).join(", ")}.`);
    if (another) {
      this.#draw();
    }
  }

  /** To the alert that is open, else to the last one that is over; a suspicion that is over was often nothing. */
  #lead(alerts) {
    const alert = alerts.find(({ state }) => state !== "CLEARED") ?? alerts.find(({ alertedAt }) => alertedAt !== null);
    this.last.hidden = alert === undefined;
    if (alert) {
      const link = this.last.firstElementChild;
      link.href = of("alerts", alert.id);
      say(link, `${alert.state === "CLEARED" ? "Last alert" : `Open ${alert.alertedAt ? "alert" : "suspicion"}`}: ${told(alert)}`);
    }
  }

  #draw() {
    if (!this.#group) {
      return;
    }
    const { site, referenceMode } = this.#group;
    const own = (all) => all.filter((each) => each.site === site && each.referenceMode === referenceMode
      && Number.isFinite(Date.parse(each.start ?? each.raisedAt)));
    const points = own(this.#points);
    const alerts = own(this.#alerts ?? []);
    const marks = this.#alerts && marksOf(alerts);
    this.#lead(alerts);
    const weighed = own(this.#weighed);
    const span = spanOf([weighed, this.#weighedMillis], [points, this.#widthMillis]);
    this.evidenceChart.show(weighed, this.#weighedMillis, marks, span);
    this.featureChart.show(this.#shownFeature, points, { widthMillis: this.#widthMillis, alerts, marks, span });
    this.mixChanged(points, this.#widthMillis);
  }
}
