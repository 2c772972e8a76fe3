/** The attribution map over the image of its case: blocks as SVG, read by pointer or by arrow keys. */

import { html, say, svg } from "../markup.js";
import { count, decimal } from "../numbers.js";
import { outline } from "./region.js";

const VIEWS = [
  ["map", "Map over image"], ["image", "Image"], ["mask", "Mask"], ["errors", "Standard errors"], ["draws", "Draws"],
];
const STEPS = { ArrowLeft: [0, -1], ArrowRight: [0, 1], ArrowUp: [-1, 0], ArrowDown: [1, 0] };

/** Fill of the weakest and the strongest block. What chance explains is fainter than the faintest that it does not. */
const SIGNIFICANT = [0.3, 0.8];
const BY_CHANCE = [0.03, 0.12];

/** Of errors and draws, where nothing is significant or not. */
const OF_SIZE = [0.12, 0.8];

const between = ([from, to], part) => (from + (to - from) * part).toFixed(3);

const greatest = (values) => values.reduce((most, value) => Math.max(most, Math.abs(value ?? 0)), 0);

export class CaseMap {
  #case;
  #view = "map";
  #at = null;

  /** @param found the explanation as the aggregator serves it */
  constructor(found) {
    this.#case = found;
    this.image = svg("image", { width: found.imageWidth, height: found.imageHeight, preserveAspectRatio: "none" });
    this.mask = svg("image", { width: found.imageWidth, height: found.imageHeight, preserveAspectRatio: "none" });
    this.blocks = svg("g", {});
    this.cursor = svg("rect", { class: "case-cursor", width: found.blockSize, height: found.blockSize, visibility: "hidden" });
    this.picture = svg("svg", {
      class: "case-map", viewBox: `0 0 ${found.imageWidth} ${found.imageHeight}`, tabindex: 0, role: "img",
      "aria-label": "Attribution map. Arrow keys move from block to block; its numbers are read below.",
    }, this.#hatching(), this.image, this.mask, this.blocks, this.#region(), this.cursor);
    this.note = html("p", { class: "soft case-note", role: "status" });
    this.readout = html("p", { class: "case-readout", "aria-live": "polite" }, "Point at a block, or focus the map and use the arrow keys.");
    this.legend = html("ul", { class: "case-legend" });
    this.node = html("div", { class: "case-figure" }, this.#controls(), this.picture, this.note, this.legend, this.readout);
    this.#listen();
    this.#draw();
  }

  /** What the case's image and mask are, as addresses; or why there is none, as a line. */
  pictures(image, mask) {
    this.told = { image: image.reason, mask: mask.reason };
    for (const [node, { address }] of [[this.image, image], [this.mask, mask]]) {
      if (address) {
        node.setAttribute("href", address);
      }
    }
    this.#draw();
  }

  #hatching() {
    const side = Math.max(1, this.#case.blockSize / 4);
    return svg("defs", {}, svg("pattern", {
      id: "case-hatching", width: side, height: side, patternUnits: "userSpaceOnUse", patternTransform: "rotate(45)",
    }, svg("line", { class: "case-hatch", x1: 0, y1: 0, x2: 0, y2: side })));
  }

  #region() {
    return svg("path", { class: "case-region", d: outline(this.#case.region, this.#case.regionMask) });
  }

  #controls() {
    this.buttons = new Map(VIEWS.map(([name, label]) => {
      const button = html("button", { type: "button" }, label);
      button.addEventListener("click", () => { this.#view = name; this.#draw(); });
      return [name, button];
    }));
    this.only = html("input", { type: "checkbox" });
    this.only.addEventListener("change", () => this.#draw());
    this.onlyThese = html("label", {}, this.only, " only significant blocks");
    return html("div", { class: "case-controls", role: "group", "aria-label": "What is shown" }, ...this.buttons.values(), this.onlyThese);
  }

  #listen() {
    this.picture.addEventListener("pointermove", (event) => {
      const box = this.picture.getBoundingClientRect();
      const { blockSize, imageHeight, imageWidth } = this.#case;
      this.point(
        Math.floor((event.clientY - box.top) / box.height * imageHeight / blockSize),
        Math.floor((event.clientX - box.left) / box.width * imageWidth / blockSize));
    });
    this.picture.addEventListener("keydown", (event) => {
      const step = STEPS[event.key];
      if (step) {
        event.preventDefault();
        const [row, column] = this.#at ?? [0, 0];
        this.point(row + (this.#at ? step[0] : 0), column + (this.#at ? step[1] : 0));
      }
    });
  }

  /** Shows a block: a frame around it, and its numbers. */
  point(row, column) {
    const { gridHeight, gridWidth, blockSize } = this.#case;
    if (row < 0 || column < 0 || row >= gridHeight || column >= gridWidth) {
      return;
    }
    this.#at = [row, column];
    this.cursor.setAttribute("x", column * blockSize);
    this.cursor.setAttribute("y", row * blockSize);
    this.cursor.setAttribute("visibility", "visible");
    say(this.readout, `Row ${row + 1}, column ${column + 1}: ${this.#words(row * gridWidth + column)}`);
  }

  #words(block) {
    const found = this.#case;
    const effect = found.effects[block];
    if (effect === null || effect === undefined) {
      return "part of the region, not replaced.";
    }
    if (found.unreachable[block]) {
      return "nothing here can reach the region: effect 0, no draw.";
    }
    const does = effect < 0 ? "supports" : effect > 0 ? "hinders" : "no effect";
    const error = found.standardErrors[block];
    const screened = found.screenedOut[block] ? ", screened out" : "";
    return `${does}, effect ${decimal(effect, 3)} points, standard error ${error === null ? "\u2013" : decimal(error, 3)}, `
      + `${count(found.draws[block] ?? 0)} draws, ${found.significant[block] ? "significant" : "not significant"}${screened}.`;
  }

  #draw() {
    const pictured = this.#view === "mask" ? this.mask : this.image;
    this.image.setAttribute("visibility", pictured === this.image ? "visible" : "hidden");
    this.mask.setAttribute("visibility", pictured === this.mask ? "visible" : "hidden");
    this.buttons.forEach((button, name) => button.setAttribute("aria-pressed", String(name === this.#view)));
    say(this.note, this.told?.[pictured === this.mask ? "mask" : "image"] ?? "");
    const drawn = ["map", "errors", "draws"].includes(this.#view);
    this.onlyThese.hidden = !drawn;
    this.blocks.replaceChildren(...(drawn ? this.#filled() : []));
    this.legend.replaceChildren(...(drawn ? this.#key() : []));
  }

  #values() {
    return { map: this.#case.effects, errors: this.#case.standardErrors, draws: this.#case.draws }[this.#view];
  }

  #filled() {
    const values = this.#values();
    const most = greatest(values);
    const { gridWidth, blockSize, significant } = this.#case;
    const size = { width: blockSize, height: blockSize };
    return values.flatMap((value, block) => {
      if (!value || this.only.checked && !significant[block]) {
        return [];
      }
      const place = { ...size, x: block % gridWidth * blockSize, y: Math.floor(block / gridWidth) * blockSize };
      const kind = this.#view !== "map" ? "size" : value < 0 ? "supports" : "hinders";
      const part = Math.abs(value) / most;
      const byChance = kind !== "size" && !significant[block];
      const fill = between(kind === "size" ? OF_SIZE : byChance ? BY_CHANCE : SIGNIFICANT, part);
      const rect = svg("rect", { ...place, class: `case-block ${kind}${byChance ? " by-chance" : ""}`, "fill-opacity": fill });
      return kind === "hinders"
        ? [rect, svg("rect", { ...place, fill: "url(#case-hatching)", "fill-opacity": byChance ? fill : (0.35 + 0.65 * part).toFixed(3) })] : [rect];
    });
  }

  #key() {
    const values = this.#values();
    const entry = (kind, text) => html("li", {}, html("i", { class: `case-swatch ${kind}` }), text);
    if (this.#view !== "map") {
      return [entry("size", `0 to ${this.#view === "draws" ? `${count(greatest(values))} draws` : `${decimal(greatest(values), 3)} points`}, fuller colour: more`)];
    }
    const least = values.reduce((low, value) => Math.min(low, value ?? 0), 0);
    const most = values.reduce((high, value) => Math.max(high, value ?? 0), 0);
    return [
      entry("supports", `\u2212 red supports, down to ${decimal(least, 2)} points`),
      entry("hinders", `+ blue, hatched hinders, up to ${decimal(most, 2)} points`),
      ...(this.only.checked ? [] : [entry("by-chance", "faint: not significant, chance explains it")]),
      entry("region", "the region that is explained"),
    ];
  }
}
