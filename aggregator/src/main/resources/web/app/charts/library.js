/** What the charts need of Chart.js; the rest is left out of the bundle. */

import { Chart, Filler, LinearScale, LineController, LineElement, LogarithmicScale, PointElement, Tooltip } from "chart.js";

Chart.register(Filler, LinearScale, LineController, LineElement, LogarithmicScale, PointElement, Tooltip);

export { Chart };
