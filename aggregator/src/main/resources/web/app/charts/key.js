/** What the colours of maps, roses and components mean. */

import { html } from "../markup.js";

export const colourKey = () => html("ul", { class: "key", "aria-label": "Colours of the maps" },
  html("li", {}, html("i", { class: "swatch supports" }),
    html("span", {}, html("b", {}, "Red supports"), " the original content there helps the segmentation")),
  html("li", {}, html("i", { class: "swatch hinders" }),
    html("span", {}, html("b", {}, "Blue hinders"), " the segmentation is better without it")),
  html("li", {}, html("i", { class: "swatch region" }),
    html("span", {}, html("b", {}, "Green frame"), " the region that is explained")));

/** How intervals without a case look in the mix over time: an empty one is no strategy. */
export const noCase = () => html("li", { title: "Intervals in which no case came." }, html("i", { class: "swatch no-case" }), "No case");
