/** What is shown as long as no model is known. */

import { html, say, svg } from "../markup.js";

export function waiting() {
  const words = html("p");
  const node = html("section", { class: "waiting", hidden: true },
    svg("svg", { viewBox: "0 0 200 200", width: 168, height: 168, "aria-hidden": "true" },
      ...[92, 74, 56, 38].map((r) => svg("circle", { cx: 100, cy: 100, r })),
      svg("rect", { x: 84, y: 84, width: 32, height: 32, rx: 2 })),
    html("h2", {}, "Waiting for the first explanation"), words);
  return {
    node,
    show(shown, live) {
      node.hidden = !shown;
      say(words, live
        ? "As soon as a case is explained, its model appears here. Nothing needs to be reloaded."
        : "No connection to the aggregator at the moment. The page tries again by itself.");
    },
  };
}
