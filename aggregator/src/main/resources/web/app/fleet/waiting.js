/** What is shown as long as no model is known. */

import { html, say, svg } from "../markup.js";

const STATES = {
  asked: ["Asking for the models", "The figures of all models come in one answer."],
  empty: ["Waiting for the first explanation", "As soon as a case is explained, its model appears here. Nothing needs to be reloaded."],
  away: ["The Kafka broker is away", "The aggregator runs, but nothing new can come from it. The page goes on by itself."],
  reconnecting: ["No connection to the aggregator", "The page tries again by itself."],
};

export function waiting() {
  const title = html("h2");
  const words = html("p");
  const node = html("section", { class: "waiting", hidden: true },
    svg("svg", { viewBox: "0 0 200 200", width: 168, height: 168, "aria-hidden": "true" },
      ...[92, 74, 56, 38].map((r) => svg("circle", { cx: 100, cy: 100, r })),
      svg("rect", { x: 84, y: 84, width: 32, height: 32, rx: 2 })),
    title, words);
  return {
    node,
    /** Shows one of asked, empty, away and reconnecting, or nothing. */
    show(state) {
      node.hidden = state === null;
      const [heading, more] = STATES[state] ?? ["", ""];
      say(title, heading);
      say(words, more);
    },
  };
}
