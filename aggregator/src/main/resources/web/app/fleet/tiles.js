/**
 * The tiles of many models. Those in sight are drawn with every change; the others are drawn once, when there is nothing else to do,
 * and again when they come into sight: fifty models change a hundred times a second.
 */

import { html } from "../markup.js";
import { Tile } from "./tile.js";

/** Drawn at once before the browser has told what is in sight. */
const FIRST = 12;

const NONE = { points: [], widthMillis: 1, axis: { first: Infinity, last: -Infinity } };

/** So that a tile is there before it is scrolled to. */
const MARGIN = "400px";

const whenIdle = globalThis.requestIdleCallback ?? ((task) => setTimeout(() => task({ timeRemaining: () => 8 }), 16));

export class Tiles {
  #tiles = new Map();
  #inSight = new WeakSet();
  #idle = false;
  #closed = false;
  #draws = [];

  /** @param appeared called when tiles come into sight */
  constructor(appeared) {
    this.node = html("div", { class: "tiles" });
    this.sight = new IntersectionObserver((changes) => {
      changes.forEach(({ target, isIntersecting }) => (isIntersecting ? this.#inSight.add(target) : this.#inSight.delete(target)));
      if (changes.some(({ isIntersecting }) => isIntersecting)) {
        appeared();
      }
    }, { rootMargin: MARGIN });
  }

  close() {
    this.#closed = true;
    this.sight.disconnect();
  }

  /**
   * Shows what is wanted of these, in this order, with the mixes of each over time and the extent of the axis of radii. What is not
   * wanted is hidden where it is: taking tiles out and putting them back with every letter of a search is most of the work.
   *
   * @param patiences of each model: for how long nothing may come of it before it is called quiet
   * @param now up to when is known whether anything came
   */
  update(overviews, isWanted, { mixes, extent, patiences, now }) {
    this.#draws = [];
    overviews.forEach((overview, index) => {
      const tile = this.#tile(overview);
      tile.node.hidden = !isWanted(overview);
      const mix = mixes.get(overview.id) ?? NONE;
      const draw = () => tile.show(overview, mix, extent);
      if (this.#inSight.has(tile.node) || index < FIRST && !tile.isDrawn) {
        draw();
      } else if (!tile.isDrawn || tile.mixShown !== mix) {
        this.#draws.push(draw);
      }
      tile.age(overview, patiences.get(overview.id), now);
      this.#place(tile.node, index);
    });
    this.#drawWhenIdle();
  }

  /** Lets go of tiles of models that are no longer known. */
  keep(known) {
    for (const [id, tile] of this.#tiles) {
      if (!known.has(id)) {
        this.sight.unobserve(tile.node);
        tile.node.remove();
        this.#tiles.delete(id);
      }
    }
  }

  #drawWhenIdle() {
    if (this.#idle || this.#draws.length === 0) {
      return;
    }
    this.#idle = true;
    whenIdle((deadline) => {
      this.#idle = false;
      do {
        this.#draws.shift()?.();
      } while (this.#draws.length > 0 && deadline.timeRemaining() > 4);
      if (!this.#closed) {
        this.#drawWhenIdle();
      }
    });
  }

  #tile(overview) {
    if (!this.#tiles.has(overview.id)) {
      const tile = new Tile(overview);
      this.sight.observe(tile.node);
      this.#tiles.set(overview.id, tile);
    }
    return this.#tiles.get(overview.id);
  }

  #place(node, index) {
    const there = this.node.children[index];
    // what somebody works in is not moved under their hands
    if (there !== node && !node.contains(document.activeElement)) {
      this.node.insertBefore(node, there ?? null);
    }
  }
}
