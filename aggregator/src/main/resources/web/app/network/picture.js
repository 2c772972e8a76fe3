/** A network as a picture: every part coloured by its running effect, its sign written in it. */

import { svg } from "../markup.js";
import { CELL, layoutOf } from "./layout.js";

/** Told apart from nothing: further from 0 than two of its standard errors. */
const isTold = ({ mean, standardErrorOfMean }) => standardErrorOfMean !== null && Math.abs(mean) > 2 * standardErrorOfMean;

/** On which side a part is; one whose effect is noise, or 0, is on none. */
export const sideOf = (part) => (!isTold(part) ? "nothing" : part.mean < 0 ? "supports" : "hinders");

export const signOf = (part) => ({ supports: "\u25bc", hinders: "\u25b2", nothing: "\u00b7" })[sideOf(part)];

/** The colour of an effect, told from nothing or not. */
const hueOf = ({ mean }) => (mean === 0 ? "nothing" : mean < 0 ? "supports" : "hinders");

const strength = (part, greatest) => (greatest > 0 ? Math.max(0.08, Math.abs(part.mean) / greatest) : 0.08).toFixed(3);

/** White letters on full colours, dark ones on faint ones. */
const letters = (part, greatest) => (Math.abs(part.mean) > 0.55 * greatest ? "on-full" : "on-faint");

const LONGEST_NAME = 11;

/** The end of a name tells more than its beginning. */
const shortName = (name) => (name.length > LONGEST_NAME ? `\u2026${name.slice(1 - LONGEST_NAME)}` : name);

function nodeOf({ part, x, y }, greatest, named) {
  const [left, top] = [x - CELL.width / 2, y - CELL.height / 2];
  const box = { x: left, y: top, width: CELL.width, height: CELL.height, rx: 4 };
  return svg("g", { class: "part", "data-part": part.name },
    svg("rect", { class: "part-ground", ...box }),
    svg("rect", { class: `part-effect ${hueOf(part)}`, ...box, "fill-opacity": strength(part, greatest) }),
    svg("text", { class: letters(part, greatest), x, y: y + 4 }, signOf(part)),
    named ? svg("text", { class: "part-name", x, y: y + CELL.height / 2 + 12 }, shortName(part.name)) : null);
}

function arcOf({ part, from, to }, greatest) {
  const rise = Math.min(from.y, to.y) - CELL.height / 2 - Math.min(26, 8 + Math.abs(to.x - from.x) / 12);
  const path = `M${from.x},${from.y - CELL.height / 2} C${from.x},${rise} ${to.x},${rise} ${to.x},${to.y - CELL.height / 2}`;
  return svg("g", { class: "part", "data-part": part.name },
    svg("path", { class: "arc-reach", d: path }),
    svg("path", { class: `arc ${hueOf(part)}`, d: path, "stroke-opacity": Math.max(0.25, strength(part, greatest)),
      "stroke-width": (1.5 + 3 * strength(part, greatest)).toFixed(2), "stroke-dasharray": part.mean < 0 ? "none" : "5 3" }));
}

function pathThrough(nodes) {
  return svg("polyline", { class: "network-flow", points: nodes.map(({ x, y }) => `${x},${y}`).join(" ") });
}

/** Draws parts of one kind into the picture; gives them back in the order in which they are read. */
export function draw(picture, parts) {
  const greatest = Math.max(0, ...parts.map(({ mean }) => Math.abs(mean)));
  const { nodes, arcs, named, width, height } = layoutOf(parts);
  picture.setAttribute("viewBox", `0 0 ${width} ${height}`);
  picture.setAttribute("width", width);
  picture.setAttribute("height", height);
  picture.replaceChildren(pathThrough(nodes), ...arcs.map((arc) => arcOf(arc, greatest)), ...nodes.map((node) => nodeOf(node, greatest, named)));
  return [...nodes, ...arcs].map(({ part }) => part).sort((a, b) => a.place - b.place || a.name.localeCompare(b.name));
}
