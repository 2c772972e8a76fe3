/** How differently each two models perceive: Jensen-Shannon distances of their mean profiles, 0 alike to 1. */

import { html } from "../markup.js";
import { decimal } from "../numbers.js";
import { of } from "../router.js";

/** Beyond it a cell has no room for its number, which is told on pointing at it. */
const NUMBERED = 12;

/** Steps of colour; a number is readable on each. */
const STEPS = 8;

export class DistanceMatrix {
  #shown = "";

  constructor() {
    this.table = html("table", { class: "distances" });
    this.node = html("div", { class: "distances-frame", tabindex: "0", role: "region", "aria-label": "Distances of the models, can be scrolled" }, this.table);
  }

  /** Shows a comparison as the aggregator serves it. */
  update({ models, distances }) {
    const shown = JSON.stringify([models.map(({ id }) => id), distances]);
    if (shown === this.#shown) {
      return;
    }
    this.#shown = shown;
    const numbered = models.length <= NUMBERED;
    const largest = Math.max(...distances.flat().filter(Number.isFinite), 1e-12);
    this.table.dataset.numbered = String(numbered);
    this.table.replaceChildren(
      html("caption", { class: "hidden" }, "Distances of each two models' mean profiles, from 0, alike, to 1"),
      html("thead", {}, html("tr", {}, html("td"), ...models.map(({ id }) =>
        html("th", { scope: "col", title: id }, html("span", {}, id))))),
      html("tbody", {}, ...models.map(({ id }, row) => html("tr", {},
        html("th", { scope: "row", title: id }, html("a", { href: of("model", id) }, id)),
        ...models.map((other, column) => this.#cell(id, other.id, row === column ? 0 : distances[row][column], { largest, numbered, same: row === column }))))));
  }

  #cell(id, other, distance, { largest, numbered, same }) {
    const known = Number.isFinite(distance);
    const words = same ? "" : known ? decimal(distance, 2) : "\u2013";
    return html("td", {
      "data-step": same ? "same" : known ? Math.min(STEPS - 1, Math.floor((STEPS * distance) / largest)) : "none",
      title: same ? null : `${id} and ${other}: ${known ? decimal(distance, 3) : "no profile yet"}`,
    }, html("span", { class: numbered ? null : "hidden" }, words));
  }
}
