/** Inside the network: its parts coloured by running effect, and the strongest of them as a list. */

import { html, say, svg } from "../markup.js";
import { count, decimal } from "../numbers.js";
import { Asked } from "../asked.js";
import { draw, sideOf, signOf } from "./picture.js";

const STRONGEST = 8;

/** Kinds of intervention, the most natural one first. */
const KINDS = [
  { name: "resample", label: "replaced by what it is on another image" },
  { name: "mean", label: "replaced by its mean over other images" },
  { name: "zero", label: "set to zero" },
];

const WORDS = { supports: "supports", hinders: "hinders", nothing: "not told from nothing" };

const STEPS = new Map([["ArrowLeft", -1], ["ArrowRight", 1]]);

const effect = ({ mean, standardErrorOfMean }) => `${decimal(mean, 1)}${standardErrorOfMean === null ? "" : ` \u00b1 ${decimal(standardErrorOfMean, 1)}`}`;

const words = (part) => `${part.name} \u00b7 ${part.type} ${part.channels}\u00d7${part.height}\u00d7${part.width} \u00b7 `
  + `${effect(part)} Dice points, ${WORDS[sideOf(part)]}, n\u2009=\u2009${count(part.count)}`;

function line(part) {
  return html("li", {},
    html("span", { class: sideOf(part), role: "img", "aria-label": WORDS[sideOf(part)] }, signOf(part)),
    html("span", { class: "component-name" }, part.name),
    html("b", {}, effect(part)),
    html("span", { class: "soft" }, `n\u2009=\u2009${count(part.count)}`));
}

export class Components {
  #group = null;
  #content = null;
  #known = "";
  #read = [];
  #chosen = -1;

  constructor(id) {
    this.asked = new Asked(() => `/api/models/${encodeURIComponent(id)}/components`, (content) => this.#take(content));
    this.kind = html("select", {});
    this.kind.addEventListener("change", () => this.#draw());
    this.kinds = html("label", { hidden: true }, "Part", this.kind);
    this.note = html("p", { class: "soft" }, "Asking for the parts of the network.");
    this.picture = svg("svg", { class: "network", role: "img" });
    this.said = html("p", { class: "network-said", role: "status" });
    this.list = html("ol", { class: "components" });
    this.scroller = html("div", { class: "scrolls", tabindex: "0", role: "group", "aria-label": "The network\u2019s parts; arrow keys read them one by one" }, this.picture);
    this.known = html("div", { class: "network-both", hidden: true }, html("div", {}, this.scroller, this.said),
      html("div", {}, html("h3", {}, "The strongest, Dice points"), this.list));
    this.node = html("section", { class: "panel", "aria-labelledby": "network-title" },
      html("div", { class: "panel-head" }, html("h2", { id: "network-title" }, "Inside the network"), html("div", { class: "tools" }, this.kinds)),
      this.note, this.known);
    this.picture.addEventListener("pointerover", (event) => this.#say(this.#read.findIndex(({ name }) => name === event.target.closest("[data-part]")?.dataset.part)));
    this.picture.addEventListener("pointerleave", () => this.#say(-1));
    this.scroller.addEventListener("keydown", (event) => this.#step(event));
    this.scroller.addEventListener("blur", () => this.#say(-1));
  }

  open() {
    this.asked.open();
  }

  close() {
    this.asked.close();
  }

  update(group) {
    const another = this.#group?.site !== group.site || this.#group?.referenceMode !== group.referenceMode;
    this.#group = group;
    if (another) {
      this.#draw();
    }
  }

  /** An answer that says nothing new leaves a choice that is open, and what is read, alone. */
  #take(content) {
    const known = JSON.stringify(content);
    if (known !== this.#known) {
      this.#known = known;
      this.#content = content;
      this.#draw();
    }
  }

  #draw() {
    if (!this.#content || !this.#group) {
      return;
    }
    const { note, components } = this.#content;
    const own = components.filter(({ mean, site, referenceMode }) => mean !== null && site === this.#group.site && referenceMode === this.#group.referenceMode);
    const kinds = KINDS.filter(({ name }) => own.some(({ kind }) => kind === name));
    const before = this.kind.value;
    this.kind.replaceChildren(...kinds.map(({ name, label }) => html("option", { value: name }, label)));
    this.kind.value = kinds.some(({ name }) => name === before) ? before : kinds[0]?.name ?? "";
    this.kinds.hidden = kinds.length < 2;
    const shown = own.filter(({ kind }) => kind === this.kind.value);
    const placed = shown.filter(({ place }) => place !== null);
    this.known.hidden = shown.length === 0;
    this.scroller.hidden = placed.length === 0;
    say(this.note, shown.length === 0 ? note ?? "Nothing for these cases."
      : "From left to right as the image goes through, lower where it is smaller; arcs are skip connections. \u25bc red: without the part the region is segmented worse. "
        + "\u25b2 blue, dashed arcs: better. A dot: not told from nothing at two standard errors."
        + (placed.length < shown.length ? ` ${count(shown.length - placed.length)} parts are not in the picture: the newest explanation does not have them.` : "")
        + (note === null ? "" : ` ${note}`));
    this.#read = draw(this.picture, placed);
    this.picture.setAttribute("aria-label", `${placed.length} parts of the network; the strongest: ${shown.slice(0, 3).map(words).join("; ")}`);
    this.list.replaceChildren(...shown.slice(0, STRONGEST).map(line));
    this.#say(Math.min(this.#chosen, this.#read.length - 1));
  }

  #step(event) {
    if (!STEPS.has(event.key) || this.#read.length === 0) {
      return;
    }
    event.preventDefault();
    const step = STEPS.get(event.key);
    this.#say(this.#chosen < 0 ? (step > 0 ? 0 : this.#read.length - 1) : Math.max(0, Math.min(this.#read.length - 1, this.#chosen + step)));
    this.picture.querySelector(".chosen")?.scrollIntoView({ block: "nearest", inline: "nearest" });
  }

  #say(index) {
    this.#chosen = index;
    const part = this.#read[index];
    say(this.said, part ? words(part) : "");
    for (const node of this.picture.querySelectorAll("[data-part]")) {
      node.classList.toggle("chosen", part !== undefined && node.dataset.part === part.name);
    }
  }
}
