/**
 * The mean profile around the region as a rose: 6 rings of growing distance, 4 sides, and within each cell a red part
 * (supports) and a blue part (hinders) in proportion; the fuller the colour, the more of the evidence lies there.
 */

import { html, say, svg } from "./markup.js";
import { percent } from "./numbers.js";

const RINGS = 6;
const SIDES = ["above", "to the right", "below", "to the left"];
const RING_NAMES = ["up to 0.5", "0.5 to 1", "1 to 1.5", "1.5 to 2", "2 to 3", "over 3"];
const RING_EDGES = ["0.5", "1", "1.5", "2", "3"];
const INNER = 30;
const WIDTH = 20;
const GAP_DEGREES = 1.2;

function point(radius, degrees) {
  const radians = ((degrees - 90) * Math.PI) / 180;
  return `${(radius * Math.cos(radians)).toFixed(2)} ${(radius * Math.sin(radians)).toFixed(2)}`;
}

function sector(inner, outer, from, to) {
  return `M${point(outer, from)}A${outer} ${outer} 0 0 1 ${point(outer, to)}`
    + `L${point(inner, to)}A${inner} ${inner} 0 0 0 ${point(inner, from)}Z`;
}

const fullness = (share, largest) => 0.07 + 0.93 * (share / largest);

/** From 48 sums to shares: [ring][side] = { supports, hinders }. */
function cells(group) {
  const total = group.profileSum.reduce((sum, weight) => sum + weight, 0) || 1;
  return Array.from({ length: RINGS }, (_, ring) => SIDES.map((_, side) => {
    const at = (ring * SIDES.length + side) * 2;
    return { supports: group.profileSum[at] / total, hinders: group.profileSum[at + 1] / total };
  }));
}

export class Rose {
  constructor() {
    this.wedges = svg("g");
    this.picture = svg("svg", { viewBox: "-158 -158 316 316", class: "rose", role: "img" },
      svg("g", { class: "rose-grid" }, ...Array.from({ length: RINGS }, (_, ring) =>
        svg("circle", { r: INNER + WIDTH * (ring + 1) }))),
      this.wedges,
      svg("rect", { class: "rose-region", x: -16, y: -16, width: 32, height: 32, rx: 2 }),
      svg("g", { class: "rose-labels" }, ...RING_EDGES.map((edge, ring) => {
        const [x, y] = point(INNER + WIDTH * (ring + 1), 45).split(" ");
        return svg("text", { x, y, dy: "0.35em" }, edge);
      })));
    this.near = html("b");
    this.supports = html("b");
    this.side = html("b");
    this.sideName = html("span");
    this.node = html("div", { class: "around" }, this.picture,
      html("dl", { class: "around-figures" },
        html("div", {}, html("dd", {}, this.near), html("dt", {}, "of the evidence within one size of the region")),
        html("div", {}, html("dd", {}, this.supports), html("dt", {}, "of it supports the segmentation")),
        html("div", {}, html("dd", {}, this.side), html("dt", {}, this.sideName)),
        html("p", { class: "soft" }, "Numbers on the rings: distance from the region, in sizes of the region. "
          + "Fuller colour: more evidence.")));
  }

  update(group) {
    const shares = cells(group);
    const flat = shares.flat();
    const sum = (pick) => flat.reduce((total, cell) => total + pick(cell), 0);
    const supports = sum((cell) => cell.supports);
    const all = supports + sum((cell) => cell.hinders);
    this.#draw(shares, Math.max(...flat.map((cell) => cell.supports + cell.hinders), 1e-12));
    const near = shares.slice(0, 2).flat().reduce((total, cell) => total + cell.supports + cell.hinders, 0);
    const bySide = SIDES.map((_, side) => shares.reduce((total, ring) => total + ring[side].supports + ring[side].hinders, 0));
    const busiest = bySide.indexOf(Math.max(...bySide));
    say(this.near, all ? percent(near) : "\u2013");
    say(this.supports, all ? percent(supports / all) : "\u2013");
    say(this.side, all ? percent(bySide[busiest]) : "\u2013");
    say(this.sideName, all ? `lies ${SIDES[busiest]}, more than on any other side` : "on any side");
    this.picture.setAttribute("aria-label", all
      ? `Evidence around the region: ${percent(near)} within one size of the region, ${percent(supports / all)} supporting; `
        + SIDES.map((side, index) => `${percent(bySide[index])} ${side}`).join(", ")
      : "No evidence outside the region");
  }

  #draw(shares, largest) {
    const wedges = [];
    shares.forEach((ring, index) => ring.forEach((cell, side) => {
      const share = cell.supports + cell.hinders;
      if (share === 0) {
        return;
      }
      const inner = INNER + WIDTH * index + 0.8;
      const outer = INNER + WIDTH * (index + 1) - 0.8;
      const start = side * 90 - 45 + GAP_DEGREES;
      const end = side * 90 + 45 - GAP_DEGREES;
      const border = start + (end - start) * (cell.supports / share);
      const label = `${RING_NAMES[index]} sizes ${SIDES[side]}: ${percent(cell.supports)} supports, ${percent(cell.hinders)} hinders`;
      const part = (kind, from, to) => svg("path", {
        class: kind, d: sector(inner, outer, from, to), "fill-opacity": fullness(share, largest).toFixed(3),
      }, svg("title", {}, label));
      if (cell.supports > 0) {
        wedges.push(part("supports", start, border));
      }
      if (cell.hinders > 0) {
        wedges.push(part("hinders", border, end));
      }
    }));
    this.wedges.replaceChildren(...wedges);
  }
}
