/** Reads a chart with the arrow keys: one moment after the other, shown at its place and said aloud. */

import { html } from "../markup.js";
import { dateAndTime } from "../numbers.js";

const STEPS = new Map([["ArrowLeft", -1], ["ArrowRight", 1]]);

/** Lets the canvas be read; chart() is the chart on it by now, or null. */
export function readByKeys(canvas, chart) {
  const said = html("span", { class: "hidden", role: "status" });
  canvas.insertAdjacentElement("afterend", said);
  let moment = -1;
  const show = () => {
    const shown = chart();
    const readable = (shown?.data.datasets ?? []).map((dataset, datasetIndex) => ({ ...dataset, datasetIndex })).filter(({ silent }) => !silent);
    const length = readable[0]?.data.length ?? 0;
    if (length === 0) {
      return;
    }
    moment = Math.max(0, Math.min(length - 1, moment));
    const active = readable.map(({ datasetIndex }) => ({ datasetIndex, index: moment }));
    const { x, y } = shown.getDatasetMeta(active[0].datasetIndex).data[moment];
    shown.tooltip.setActiveElements(active, { x, y });
    shown.update("none");
    const read = readable[0].data[moment];
    said.textContent = `${read.when ?? dateAndTime(read.x)}: ${readable.map(({ data }) => data[moment].words).join(", ")}`;
  };
  canvas.addEventListener("keydown", (event) => {
    const last = (chart()?.data.datasets.find(({ silent }) => !silent)?.data.length ?? 0) - 1;
    if (STEPS.has(event.key)) {
      moment = moment < 0 ? last : moment + STEPS.get(event.key);
    } else if (event.key === "Home" || event.key === "End") {
      moment = event.key === "Home" ? 0 : last;
    } else {
      return;
    }
    event.preventDefault();
    show();
  });
  canvas.addEventListener("blur", () => {
    moment = -1;
    chart()?.tooltip.setActiveElements([], { x: 0, y: 0 });
    chart()?.update("none");
  });
}
