/** The blocks with the strongest effects, with error bars, so that a difference can be told from noise. */

import { html, svg } from "../markup.js";
import { decimal } from "../numbers.js";

const SHOWN = 10;

/** Two standard errors to each side hold the true effect in about 95 of 100 cases. */
const ERRORS = 2;

const WIDTH = 240;
const HEIGHT = 18;

function strongestOf({ effects, standardErrors, significant, gridWidth }) {
  return effects.map((effect, block) => ({ effect, error: standardErrors[block], block, row: Math.floor(block / gridWidth), column: block % gridWidth }))
    .filter(({ effect, block }) => effect && significant[block])
    .sort((a, b) => Math.abs(b.effect) - Math.abs(a.effect))
    .slice(0, SHOWN);
}

const reach = ({ effect, error }) => Math.abs(effect) + ERRORS * (error ?? 0);

/** Zero in the middle: supporting blocks to the left, hindering ones to the right. */
function bar(block, furthest) {
  const at = (value) => (WIDTH / 2) * (1 + value / furthest);
  const middle = HEIGHT / 2;
  const from = Math.min(at(0), at(block.effect));
  const low = at(block.effect - ERRORS * (block.error ?? 0));
  const high = at(block.effect + ERRORS * (block.error ?? 0));
  return svg("svg", { class: "error-bar", viewBox: `-1 0 ${WIDTH + 2} ${HEIGHT}`, preserveAspectRatio: "none", "aria-hidden": "true" },
    svg("rect", { class: block.effect < 0 ? "supports" : "hinders", x: from, y: 4, width: Math.abs(at(block.effect) - at(0)), height: HEIGHT - 8 }),
    svg("line", { class: "error-zero", x1: at(0), x2: at(0), y1: 0, y2: HEIGHT }),
    svg("path", { class: "error-whisker", d: `M${low},${middle}H${high}M${low},${middle - 4}v8M${high},${middle - 4}v8` }));
}

/**
 * A panel with the strongest significant blocks.
 *
 * @param point shows a block on the map, by its row and column
 */
export function strongest(found, point) {
  const blocks = strongestOf(found);
  const furthest = Math.max(1e-9, ...blocks.map(reach));
  const row = (block) => {
    const button = html("button", { type: "button", "aria-label": `Show row ${block.row + 1}, column ${block.column + 1} on the map` },
      `${block.row + 1}, ${block.column + 1}`);
    button.addEventListener("click", () => point(block.row, block.column));
    return html("tr", {}, html("th", { scope: "row" }, button),
      html("td", { class: "error-cell" }, bar(block, furthest)),
      html("td", { class: "case-word" }, `${block.effect < 0 ? "\u25bc supports" : "\u25b2 hinders"}`),
      html("td", {}, decimal(block.effect, 2)),
      html("td", {}, block.error === null ? "\u2013" : `\u00b1\u202f${decimal(ERRORS * block.error, 2)}`));
  };
  return html("section", { class: "panel" }, html("h2", {}, "The strongest blocks"),
    html("p", { class: "soft" }, blocks.length === 0 ? "No block has a significant effect."
      : `Effect on the region, Dice points; whiskers: ${ERRORS} standard errors to each side.`),
    blocks.length === 0 ? null : html("div", { class: "case-scroll", tabindex: "0", role: "region", "aria-label": "The strongest blocks" },
      html("table", { class: "case-table" },
        html("thead", {}, html("tr", {}, ...["Row, column", "Effect", "", "Points", "Two errors"].map((title) => (title === "" ? html("td", { class: "case-word" }) : html("th", { scope: "col" }, title))))),
        html("tbody", {}, ...blocks.map(row)))));
}
