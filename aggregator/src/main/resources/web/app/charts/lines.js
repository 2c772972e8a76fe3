/** Charts over event time by Chart.js, in the colours of the page and of its dark twin. */

import { dateAndTime } from "../numbers.js";
import { readByKeys } from "./by-keys.js";
import { timeLabel, timeTicks } from "./time-axis.js";

const property = (name) => getComputedStyle(document.documentElement).getPropertyValue(name).trim();

/** Room for the numbers beside the axis, as wide at each chart: what is below each other was at once. */
const Y_AXIS_WIDTH = 72;

const LEAST_SPAN_MILLIS = 1_800_000;

/** Words on a chart stay legible where lines cross them. */
function write(ctx, words, x, y) {
  ctx.save();
  ctx.strokeStyle = property("--card");
  ctx.lineWidth = 4;
  ctx.lineJoin = "round";
  ctx.setLineDash([]);
  ctx.strokeText(words, x, y);
  ctx.restore();
  ctx.fillText(words, x, y);
}

/** Level lines with a word at them: { value, label, colour }. */
const levels = {
  id: "levels",
  afterDatasetsDraw({ ctx, chartArea, scales, options }) {
    ctx.save();
    ctx.font = `12px ${property("--sans")}`;
    for (const { value, label, colour } of options.plugins.levels.lines) {
      const y = scales.y.getPixelForValue(value);
      if (y < chartArea.top - 1 || y > chartArea.bottom + 1) {
        continue;
      }
      ctx.strokeStyle = property(colour);
      ctx.fillStyle = property(colour);
      ctx.setLineDash([6, 4]);
      ctx.beginPath();
      ctx.moveTo(chartArea.left, y);
      ctx.lineTo(chartArea.right, y);
      ctx.stroke();
      // at the left, where alerts are rare
      write(ctx, label, chartArea.left + 4, y < chartArea.top + 16 ? y + 14 : y - 5);
    }
    ctx.restore();
  },
};

/** What lasted, as a shade behind the lines: { from, to, colour }; to Infinity where it goes on. */
const spans = {
  id: "spans",
  beforeDatasetsDraw({ ctx, chartArea, scales, options }) {
    ctx.save();
    ctx.globalAlpha = 0.12;
    for (const { from, to, colour } of options.plugins.spans.shades) {
      const left = Math.max(chartArea.left, scales.x.getPixelForValue(from));
      const right = to === Infinity ? chartArea.right : Math.min(chartArea.right, scales.x.getPixelForValue(to));
      if (left < right) {
        ctx.fillStyle = property(colour);
        ctx.fillRect(left, chartArea.top, right - left, chartArea.bottom - chartArea.top);
      }
    }
    ctx.restore();
  },
};

const ROW = 14;

/** The side and the row at which a word covers no other one: on the side that is asked for, unless it would leave the chart. */
function place(x, width, before, { left, right }, taken) {
  const onLeft = before ? x - 9 - width >= left : x + 9 + width > right;
  const [from, to] = onLeft ? [x - 9 - width, x - 9] : [x + 9, x + 9 + width];
  let row = 0;
  while (taken.some((other) => other.row === row && other.from < to && from < other.to)) {
    row += 1;
  }
  taken.push({ row, from, to });
  return { onLeft, row };
}

/** Moments with a word: { at, label, colour, before: the word stands before it }, a line from top to bottom with a triangle. */
const moments = {
  id: "moments",
  afterDatasetsDraw({ ctx, chartArea, scales, options }) {
    ctx.save();
    ctx.font = `600 12px ${property("--sans")}`;
    const taken = [];
    for (const { at, label, colour, before } of options.plugins.moments.marks) {
      const x = scales.x.getPixelForValue(at);
      if (x < chartArea.left - 1 || x > chartArea.right + 1) {
        continue;
      }
      ctx.strokeStyle = property(colour);
      ctx.fillStyle = property(colour);
      ctx.setLineDash([]);
      ctx.beginPath();
      ctx.moveTo(x, chartArea.top + 8);
      ctx.lineTo(x, chartArea.bottom);
      ctx.stroke();
      ctx.beginPath();
      ctx.moveTo(x, chartArea.top);
      ctx.lineTo(x + 6, chartArea.top + 10);
      ctx.lineTo(x - 6, chartArea.top + 10);
      ctx.fill();
      const { onLeft, row } = place(x, ctx.measureText(label).width, before, chartArea, taken);
      ctx.textAlign = onLeft ? "right" : "left";
      write(ctx, label, onLeft ? x - 9 : x + 9, chartArea.top + 10 + row * ROW);
    }
    ctx.restore();
  },
};

function options(chart) {
  const axis = { grid: { color: property("--line") }, border: { display: false } };
  const ticks = { color: property("--soft"), font: { family: property("--sans"), size: 12 } };
  // a single moment has an axis too
  const room = () => {
    if (chart.x) {
      return chart.x;
    }
    const times = chart.datasets.flatMap(({ data }) => data.map(({ x }) => x));
    const [first, last] = [Math.min(...times), Math.max(...times)];
    return first < last ? { min: first, max: last } : times.length === 0 ? {} : { min: first - LEAST_SPAN_MILLIS, max: first + LEAST_SPAN_MILLIS };
  };
  return {
    animation: false,
    maintainAspectRatio: false,
    interaction: { mode: "said", intersect: false },
    plugins: {
      legend: { display: false },
      levels: { lines: chart.levels ?? [] },
      moments: { marks: chart.moments ?? [] },
      spans: { shades: chart.spans ?? [] },
      tooltip: {
        displayColors: false,
        callbacks: { title: ([item]) => (item ? item.raw.when ?? dateAndTime(item.raw.x) : ""), label: ({ raw }) => raw.words },
      },
    },
    scales: {
      x: { type: "linear", ...axis, ...room(), grid: { display: false },
        afterBuildTicks: (scale) => { scale.ticks = timeTicks(scale.min, scale.max, scale.maxWidth).map((value) => ({ value })); },
        ticks: { ...ticks, autoSkip: false, maxRotation: 0, callback: (value, index, all) => timeLabel(value, all.map((tick) => tick.value)) } },
      y: { ...axis, ...chart.y, afterFit: (scale) => { scale.width = Math.max(Y_AXIS_WIDTH, scale.width); }, title: { display: true, text: chart.y.title, ...ticks }, ticks: { ...ticks, maxTicksLimit: 6, ...chart.y?.ticks } },
    },
  };
}

// the largest part of all, and most pages do without it: it comes with the first chart
let library = null;

function charting() {
  library ??= import("./library.js").catch((fault) => {
    library = null;
    throw fault;
  });
  return library;
}

/**
 * A chart on a canvas: show({ datasets, levels, moments, spans, x, y, words }). Colours of datasets are names of properties; x is the
 * span of the axis, that of the data where it is missing; a point that is of more than a moment says of when.
 */
export class Lines {
  #chart = null;
  #shown = null;
  #closed = false;

  constructor(canvas) {
    this.canvas = canvas;
    this.scheme = matchMedia("(prefers-color-scheme: dark)");
    this.restyle = () => this.#shown && this.show(this.#shown);
    this.scheme.addEventListener("change", this.restyle);
    readByKeys(canvas, () => this.#chart);
  }

  async show(chart) {
    this.#shown = chart;
    this.canvas.setAttribute("aria-label", chart.words);
    try {
      const { Chart } = await charting();
      if (!this.#closed && this.#shown === chart) {
        this.#draw(Chart, chart);
      }
    } catch (fault) {
      // the aggregator is another one by now, or away: what is asked for next asks again
      this.canvas.setAttribute("aria-label", `The chart cannot be drawn: reload the page. ${chart.words}`);
      this.canvas.title = "The chart cannot be drawn: reload the page.";
    }
  }

  #draw(Chart, chart) {
    const datasets = chart.datasets.map(({ colour, ...dataset }) => ({
      ...dataset,
      borderColor: colour ? property(colour) : "transparent",
      backgroundColor: dataset.fill === undefined ? property(colour ?? "--soft") : `color-mix(in srgb, ${property(dataset.band)} 22%, transparent)`,
    }));
    if (!this.#chart) {
      this.#chart = new Chart(this.canvas, { type: "line", data: { datasets }, options: options(chart), plugins: [spans, levels, moments] });
      return;
    }
    this.#chart.options = options(chart);
    this.#chart.data.datasets = datasets;
    this.#chart.update("none");
  }

  close() {
    this.#closed = true;
    this.scheme.removeEventListener("change", this.restyle);
    this.#chart?.destroy();
    this.#chart = null;
  }
}
