/** Which site and reference mode of a model are shown: the reader's choice, else those that need somebody most. */

import { foremost } from "../drift.js";
import { html, say } from "../markup.js";
import { count } from "../numbers.js";
import { referenceLabel } from "../words.js";

const groupId = (group) => `${group.site} ${group.referenceMode}`;

export class GroupChoice {
  #chosen = null;
  #shown = "";

  constructor(changed) {
    this.select = html("select");
    this.select.addEventListener("change", () => {
      this.#chosen = this.select.value;
      changed();
    });
    this.single = html("p", { class: "soft" });
    this.label = html("label", {}, "Cases of", this.select);
    this.node = html("div", { class: "groups", hidden: true }, this.single, this.label);
  }

  of(groups) {
    return groups.find((group) => groupId(group) === this.#chosen) ?? foremost(groups);
  }

  update(groups) {
    this.node.hidden = false;
    this.single.hidden = groups.length > 1;
    this.label.hidden = groups.length < 2;
    say(this.single, `${groups[0].site}, scored ${referenceLabel(groups[0].referenceMode)}`);
    const ids = groups.map(groupId).join("\n");
    if (ids !== this.#shown) {
      this.#shown = ids;
      this.select.replaceChildren(...groups.map((group) => html("option", { value: groupId(group) })));
    }
    groups.forEach((group, index) => say(this.select.options[index],
      `${group.site}, ${referenceLabel(group.referenceMode)} (${count(group.explanations)})`));
    this.select.value = groupId(this.of(groups));
  }
}
