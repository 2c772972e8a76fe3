/** What the charts need of Chart.js; the rest is left out of the bundle. */

import { Chart, Filler, Interaction, LinearScale, LineController, LineElement, LogarithmicScale, PointElement, Tooltip } from "chart.js";

Chart.register(Filler, LinearScale, LineController, LineElement, LogarithmicScale, PointElement, Tooltip);

/** Of each dataset that says something the point that is nearest in time: corners of steps and edges of bands say nothing. */
Interaction.modes.said = (chart, { x }) => chart.getSortedVisibleDatasetMetas()
  .filter(({ index, data }) => !chart.data.datasets[index].silent && data.length > 0)
  .map(({ index: datasetIndex, data }) => {
    const index = data.reduce((nearest, point, each) => (Math.abs(point.x - x) < Math.abs(data[nearest].x - x) ? each : nearest), 0);
    return { element: data[index], datasetIndex, index };
  });

export { Chart };
