/** The causal radius of the newest explanations over time: shape tells the model, colour the class of strategy. */

import { html, svg } from "./markup.js";
import { decimal, timeOfDay } from "./numbers.js";
import { strategyClass, strategyLabel } from "./words.js";

const SHAPES = [
  { style: "circle", outline: "M5 1a4 4 0 1 0 .01 0Z" },
  { style: "triangle", outline: "M5 1 9.5 9H.5Z" },
  { style: "rectRot", outline: "M5 .5 9.5 5 5 9.5.5 5Z" },
  { style: "rect", outline: "M1.5 1.5h7v7h-7Z" },
  { style: "cross", lines: true, outline: "M4.3 0h1.4v4.3H10v1.4H5.7V10H4.3V5.7H0V4.3h4.3Z" },
];

const property = (name) => getComputedStyle(document.documentElement).getPropertyValue(name).trim();

/** The line a uniform look would follow. */
const uniformLine = {
  id: "uniformLine",
  beforeDatasetsDraw({ ctx, chartArea, scales }) {
    const y = scales.y.getPixelForValue(1);
    ctx.save();
    ctx.strokeStyle = property("--soft");
    ctx.setLineDash([5, 5]);
    ctx.beginPath();
    ctx.moveTo(chartArea.left, y);
    ctx.lineTo(chartArea.right, y);
    ctx.stroke();
    ctx.fillStyle = property("--soft");
    ctx.textAlign = "right";
    ctx.font = `12px ${property("--sans")}`;
    ctx.fillText("uniform look", chartArea.right - 4, y - 6);
    ctx.restore();
  },
};

function options() {
  const axis = { grid: { color: property("--line") }, border: { display: false } };
  const ticks = { color: property("--soft"), font: { family: property("--sans"), size: 12 } };
  return {
    animation: false,
    maintainAspectRatio: false,
    plugins: {
      legend: { display: false },
      tooltip: {
        displayColors: false,
        callbacks: {
          label: ({ raw, dataset }) => [
            dataset.label,
            `causal radius ${decimal(raw.y, 2)}, ${strategyLabel(raw.strategy)}`,
            timeOfDay(raw.time),
          ],
        },
      },
    },
    scales: {
      x: { type: "linear", ...axis, grid: { display: false },
        ticks: { ...ticks, maxTicksLimit: 8, maxRotation: 0, callback: (value) => timeOfDay(new Date(value).toISOString()) } },
      y: { suggestedMin: 0, suggestedMax: 1.2, ...axis, ticks: { ...ticks, maxTicksLimit: 6 } },
    },
  };
}

function dataset(model, index) {
  const explained = model.explanations.filter((explanation) => Number.isFinite(explanation.strategy.causalRadius));
  const shape = SHAPES[index % SHAPES.length];
  const colours = explained.map((explanation) => property(`--${strategyClass(explanation.strategy.strategy)}`));
  return {
    label: model.id,
    data: explained.map((explanation) => ({
      x: Date.parse(explanation.explainedAt),
      y: explanation.strategy.causalRadius,
      time: explanation.explainedAt,
      strategy: explanation.strategy.strategy,
    })),
    pointStyle: shape.style,
    pointBackgroundColor: colours,
    pointBorderColor: shape.lines ? colours : property("--card"),
    pointBorderWidth: shape.lines ? 3 : 1,
    pointRadius: 6,
    pointHoverRadius: 8,
  };
}

export class Timeline {
  #chart = null;

  constructor(canvas, key) {
    this.canvas = canvas;
    this.key = key;
    matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => this.#restyle());
  }

  update(models) {
    this.models = models;
    if (!globalThis.Chart) {
      return;
    }
    const datasets = models.map(dataset);
    this.#chart ??= new globalThis.Chart(this.canvas, { type: "scatter", data: { datasets: [] }, options: options(), plugins: [uniformLine] });
    this.#chart.data.datasets = datasets;
    this.#chart.update("none");
    this.key.replaceChildren(...models.map((model, index) => html("li", {},
      svg("svg", { viewBox: "0 0 10 10", width: 11, height: 11, "aria-hidden": "true" },
        svg("path", { d: SHAPES[index % SHAPES.length].outline })), model.id)));
  }

  #restyle() {
    if (this.#chart) {
      this.#chart.options = options();
      this.update(this.models);
    }
  }
}
