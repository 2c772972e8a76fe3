/** The parts of one model's network by mean effect. Asked for only while somebody looks. */

import { html, say } from "../markup.js";
import { count, decimal } from "../numbers.js";
import { call } from "../session.js";

const SHOWN = 8;
const KINDS = ["resample", "mean", "zero"];

const triangle = (mean) => (mean < 0 ? "\u25bc" : "\u25b2");

function line(component) {
  const { name, type, channels, height, width, mean, standardErrorOfMean } = component;
  const error = standardErrorOfMean === null ? "" : ` \u00b1 ${decimal(standardErrorOfMean, 1)}`;
  return html("li", { title: `${type}, ${channels}\u00d7${height}\u00d7${width}` },
    html("span", { class: mean < 0 ? "supports" : "hinders", "aria-label": mean < 0 ? "supports" : "hinders" }, triangle(mean)),
    html("span", { class: "component-name" }, name),
    html("b", {}, `${decimal(mean, 1)}${error}`),
    html("span", { class: "soft" }, `n\u2009=\u2009${count(component.count)}`));
}

export class Components {
  #group = null;
  #explanations = -1;
  #asking = false;

  constructor(id) {
    this.address = `/api/models/${encodeURIComponent(id)}/components`;
    this.note = html("p", { class: "soft part-note" });
    this.list = html("ol", { class: "components" });
    this.node = html("details", {}, html("summary", {}, "Inside the network"), this.note, this.list);
    this.node.addEventListener("toggle", () => this.#ask());
  }

  update(group, explanations) {
    if (this.#group?.site !== group.site || this.#group?.referenceMode !== group.referenceMode) {
      this.#explanations = -1;
    }
    this.#group = group;
    if (explanations !== this.#explanations) {
      this.#ask(explanations);
    }
  }

  async #ask(explanations = -1) {
    if (!this.node.open || this.#asking) {
      return;
    }
    this.#asking = true;
    try {
      const answer = await call(this.address);
      if (answer.ok) {
        this.#show(await answer.json());
        this.#explanations = explanations;
      }
    } catch (fault) {
      console.warn("cannot read the components", fault);
    } finally {
      this.#asking = false;
    }
  }

  #show({ note, components }) {
    const own = components.filter((component) => component.mean !== null
      && component.site === this.#group?.site && component.referenceMode === this.#group?.referenceMode);
    const kind = KINDS.find((candidate) => own.some((component) => component.kind === candidate));
    const shown = own.filter((component) => component.kind === kind);
    say(this.note, shown.length === 0
      ? note ?? "Nothing for these cases."
      : `Mean effect on the region, Dice points, when the part is replaced (${kind}); \u25bc supports, \u25b2 hinders. `
        + (shown.length > SHOWN ? `The ${SHOWN} strongest of ${shown.length}.` : "")
        + (note === null ? "" : ` ${note}`));
    this.list.replaceChildren(...shown.slice(0, SHOWN).map(line));
  }
}
