/**
 * The mean profile around the region as a rose: 6 rings of growing distance, 4 sides, and within each cell a red part
 * (supports) and a blue part (hinders) in proportion; the fuller the colour, the more the model relies on what lies there.
 */

import { html, say, svg } from "../markup.js";
import { percent } from "../numbers.js";

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
function cells(profile) {
  const total = profile.reduce((sum, weight) => sum + weight, 0) || 1;
  return Array.from({ length: RINGS }, (_, ring) => SIDES.map((_, side) => {
    const at = (ring * SIDES.length + side) * 2;
    return { supports: profile[at] / total, hinders: profile[at + 1] / total };
  }));
}

/** The picture alone. */
export class RosePicture {
  #wedges = new Map();

  constructor() {
    this.wedges = svg("g");
    this.node = svg("svg", { viewBox: "-158 -158 316 316", class: "rose", role: "img" },
      svg("g", { class: "rose-grid" }, ...Array.from({ length: RINGS }, (_, ring) =>
        svg("circle", { r: INNER + WIDTH * (ring + 1) }))),
      this.wedges,
      svg("rect", { class: "rose-region", x: -16, y: -16, width: 32, height: 32, rx: 2 }),
      svg("g", { class: "rose-labels" }, ...RING_EDGES.map((edge, ring) => {
        const [x, y] = point(INNER + WIDTH * (ring + 1), 45).split(" ");
        return svg("text", { x, y, dy: "0.35em" }, edge);
      })));
  }

  /** Shows 48 weights of a profile; gives { near, supports, sides }, shares of the reliance, or null when there is none. */
  update(profile) {
    const shares = cells(profile);
    const flat = shares.flat();
    const sum = (parts, pick) => parts.reduce((total, cell) => total + pick(cell), 0);
    const all = (cell) => cell.supports + cell.hinders;
    this.#draw(shares, Math.max(...flat.map(all), 1e-12));
    const total = sum(flat, all);
    if (!total) {
      this.node.setAttribute("aria-label", "Nothing outside the region is relied on");
      return null;
    }
    const near = sum(shares.slice(0, 2).flat(), all);
    const supports = sum(flat, (cell) => cell.supports) / total;
    const sides = SIDES.map((_, side) => sum(shares.map((ring) => ring[side]), all));
    this.node.setAttribute("aria-label", `Reliance around the region: ${percent(near)} within one size of the region, `
      + `${percent(supports)} supporting; ${SIDES.map((side, index) => `${percent(sides[index])} ${side}`).join(", ")}`);
    return { near, supports, sides };
  }

  #draw(shares, largest) {
    shares.forEach((ring, index) => ring.forEach((cell, side) => {
      const share = cell.supports + cell.hinders;
      const start = side * 90 - 45 + GAP_DEGREES;
      const end = side * 90 + 45 - GAP_DEGREES;
      const border = share === 0 ? start : start + (end - start) * (cell.supports / share);
      const reach = { inner: INNER + WIDTH * index + 0.8, outer: INNER + WIDTH * (index + 1) - 0.8, opacity: fullness(share, largest).toFixed(2) };
      const label = `${RING_NAMES[index]} sizes ${SIDES[side]}: ${percent(cell.supports)} supports, ${percent(cell.hinders)} hinders`;
      this.#wedge(`supports ${index} ${side}`, cell.supports, { ...reach, from: start, to: border, label });
      this.#wedge(`hinders ${index} ${side}`, cell.hinders, { ...reach, from: border, to: end, label });
    }));
  }

  /** Draws a part of a cell where it is already, or not at all where it is nothing: a hundred models turn their roses at a time. */
  #wedge(place, share, { inner, outer, from, to, opacity, label }) {
    const drawn = share > 0 ? `${from.toFixed(1)} ${to.toFixed(1)} ${opacity} ${label}` : "";
    const wedge = this.#wedges.get(place) ?? { drawn: "", title: svg("title"), node: svg("path", { class: place.split(" ", 1)[0] }) };
    if (wedge.drawn === drawn) {
      return;
    }
    if (wedge.drawn === "") {
      wedge.node.append(wedge.title);
      this.wedges.append(wedge.node);
      this.#wedges.set(place, wedge);
    }
    wedge.drawn = drawn;
    if (drawn === "") {
      wedge.node.remove();
      return;
    }
    wedge.node.setAttribute("d", sector(inner, outer, from, to));
    wedge.node.setAttribute("fill-opacity", opacity);
    say(wedge.title, label);
  }
}

/** The picture with its three figures in words. */
export class Rose {
  constructor() {
    this.picture = new RosePicture();
    this.near = html("b");
    this.supports = html("b");
    this.side = html("b");
    this.sideName = html("span");
    this.node = html("div", { class: "around" }, this.picture.node,
      html("dl", { class: "around-figures" },
        html("div", {}, html("dt", {}, "of the reliance within one size of the region"), html("dd", {}, this.near)),
        html("div", {}, html("dt", {}, "of it supports the segmentation"), html("dd", {}, this.supports)),
        html("div", {}, html("dt", {}, this.sideName), html("dd", {}, this.side))),
      html("p", { class: "soft around-note" }, "Numbers on the rings: distance from the region, in sizes of the region. "
        + "Fuller colour: more reliance."));
  }

  update(profile) {
    const found = this.picture.update(profile);
    const busiest = found ? found.sides.indexOf(Math.max(...found.sides)) : 0;
    say(this.near, found ? percent(found.near) : "\u2013");
    say(this.supports, found ? percent(found.supports) : "\u2013");
    say(this.side, found ? percent(found.sides[busiest]) : "\u2013");
    say(this.sideName, found ? `lies ${SIDES[busiest]}, more than on any other side` : "on any side");
  }
}
