/** How differently each two models perceive: Jensen-Shannon distances of their mean profiles, 0 alike to 1. */

import { html, say } from "../markup.js";
import { count, decimal } from "../numbers.js";
import { of } from "../router.js";

/** Beyond it a cell has no room for its number, which is told on pointing at it. */
const NUMBERED = 12;

/** Steps of colour; a number is readable on each. */
const STEPS = 8;

export class DistanceMatrix {
  #ids = [];
  #cells = [];
  #numbers = [];

  constructor() {
    this.table = html("table", { class: "distances" });
    this.node = html("div", { class: "distances-frame", tabindex: "0", role: "region", "aria-label": "Distances of the models, can be scrolled" }, this.table);
  }

  /**
   * Shows a comparison as the aggregator serves it; of one of the same models only what has changed is written.
   *
   * @param fewest explanations from which on a mean profile is more than chance
   */
  update({ models, distances }, fewest) {
    const ids = models.map(({ id }) => id);
    if (ids.join("\n") !== this.#ids.join("\n")) {
      this.#ids = ids;
      this.#build();
    }
    const largest = Math.max(...distances.flat().filter(Number.isFinite), 1e-12);
    const few = models.map(({ profiles }) => profiles < fewest);
    models.forEach(({ profiles }, index) => say(this.#numbers[index], ` n\u2009=\u2009${count(profiles)}`));
    this.#cells.forEach((row, from) => row.forEach((cell, to) => cell?.show(distances[from][to], largest, few[from] || few[to])));
    return few.includes(true);
  }

  #build() {
    const numbered = this.#ids.length <= NUMBERED;
    this.#cells = this.#ids.map((id, row) => this.#ids.map((other, column) => (row === column ? null : new Cell(id, other, numbered))));
    this.#numbers = this.#ids.map(() => html("span", { class: "soft" }));
    this.table.dataset.numbered = String(numbered);
    this.table.replaceChildren(
      html("caption", { class: "hidden" }, "Distances of each two models' mean profiles, from 0, alike, to 1"),
      html("thead", {}, html("tr", {}, html("td"), ...this.#ids.map((id) => html("th", { scope: "col", title: id }, html("span", {}, id))))),
      html("tbody", {}, ...this.#ids.map((id, row) => html("tr", {},
        html("th", { scope: "row", title: id }, html("div", {}, html("a", { href: of("model", id) }, id), this.#numbers[row])),
        ...this.#cells[row].map((cell) => cell?.node ?? html("td", { "data-step": "same" }))))));
  }
}

class Cell {
  #shown = "";

  constructor(id, other, numbered) {
    this.pair = `${id} and ${other}`;
    this.number = html("span", { class: numbered ? null : "hidden" });
    this.node = html("td", {}, this.number);
  }

  show(distance, largest, few) {
    const known = Number.isFinite(distance);
    const step = known ? Math.min(STEPS - 1, Math.floor((STEPS * distance) / largest)) : "none";
    const shown = `${few} ${step} ${known ? decimal(distance, 2) : "\u2013"}`;
    if (shown === this.#shown) {
      return;
    }
    this.#shown = shown;
    this.node.dataset.step = step;
    this.node.dataset.few = String(few);
    this.node.title = `${this.pair}: ${known ? decimal(distance, 2) : "no profile yet"}${few ? ", of few explanations" : ""}`;
    say(this.number, known ? decimal(distance, 2) : "\u2013");
  }
}
