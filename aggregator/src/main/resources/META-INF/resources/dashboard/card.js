/** One version of a model: its numbers, its mix of strategies, its rose, its figures and its newest overlays. */

import { Components } from "./components.js";
import { Figures } from "./figures.js";
import { Gallery } from "./gallery.js";
import { html, say } from "./markup.js";
import { StrategyMix } from "./mix.js";
import { count, timeOfDay } from "./numbers.js";
import { Rose } from "./rose.js";
import { referenceLabel } from "./words.js";

const groupId = (group) => `${group.site} ${group.referenceMode}`;

const part = (title, ...content) => html("section", { class: "part" }, html("h3", {}, title), ...content);

export class Card {
  #chosen = null;
  #groupsShown = "";

  constructor(id) {
    this.id = id;
    const [name, version] = [id.slice(0, id.indexOf("@")), id.slice(id.indexOf("@") + 1)];
    this.mix = new StrategyMix();
    this.rose = new Rose();
    this.figures = new Figures();
    this.components = new Components(id);
    this.gallery = new Gallery();
    this.total = html("b", {}, "0");
    this.totalUnit = html("span", {}, "explanations");
    this.updated = html("span", { class: "soft" });
    this.groups = html("div", { class: "groups" });
    this.strategyPart = part("Strategy", this.mix.node);
    this.statisticsPart = html("div", {},
      part("Around the region", this.rose.node),
      part("Figures", html("p", { class: "soft part-note" },
        "Line: least to greatest. Band: mean \u00b1 one standard deviation."), this.figures.node),
      this.components.node);
    this.node = html("article", { class: "card", "aria-label": `Model ${name}, version ${version}` },
      html("header", { class: "card-head" },
        html("div", {}, html("h2", {}, name), html("p", { class: "soft" }, `version ${version}`)),
        html("div", { class: "total" }, html("p", {}, this.total, " ", this.totalUnit), this.updated)),
      this.groups, this.strategyPart,
      part("Newest maps", this.gallery.node), this.statisticsPart);
  }

  update(model, extents) {
    const { statistics } = model;
    this.gallery.update(model.newest);
    const known = Boolean(statistics?.groups.length);
    this.strategyPart.hidden = !known;
    this.statisticsPart.hidden = !known;
    if (!known) {
      say(this.updated, "first figures follow");
      return;
    }
    say(this.total, count(statistics.explanations));
    // under overload an explained case stands for several
    const explained = statistics.groups.reduce((sum, group) => sum + (group.explained || group.explanations), 0);
    say(this.totalUnit, explained < statistics.explanations
      ? `cases, ${count(explained)} explained`
      : statistics.explanations === 1 ? "explanation" : "explanations");
    const dropped = statistics.duplicatesDropped;
    say(this.updated, `newest case ${timeOfDay(statistics.updatedAt)}${dropped ? ` \u00b7 ${count(dropped)} repeats left out` : ""}`);
    this.#showGroups(statistics.groups, () => this.update(model, extents));
    const group = this.#chosenGroup(statistics.groups);
    this.mix.update(group);
    this.rose.update(group);
    this.figures.update(group, extents);
    this.components.update(group, statistics.explanations);
  }

  /** The group the reader chose, else the one with most explanations. */
  #chosenGroup(groups) {
    return groups.find((group) => groupId(group) === this.#chosen)
      ?? groups.reduce((most, group) => (group.explanations > most.explanations ? group : most));
  }

  #showGroups(groups, changed) {
    const current = groupId(this.#chosenGroup(groups));
    const ids = groups.map(groupId).join("\n");
    if (ids !== this.#groupsShown) {
      this.#groupsShown = ids;
      this.groups.replaceChildren(groups.length === 1 ? html("p", { class: "soft" }) : this.#choice(groups, changed));
    }
    if (groups.length === 1) {
      say(this.groups.firstChild, `${groups[0].site}, scored ${referenceLabel(groups[0].referenceMode)}`);
      return;
    }
    for (const option of this.groups.querySelectorAll("option")) {
      const group = groups.find((candidate) => groupId(candidate) === option.value);
      say(option, `${group.site}, ${referenceLabel(group.referenceMode)} (${count(group.explanations)})`);
    }
    this.groups.querySelector("select").value = current;
  }

  #choice(groups, changed) {
    const select = html("select", {}, ...groups.map((group) => html("option", { value: groupId(group) })));
    select.addEventListener("change", () => {
      this.#chosen = select.value;
      changed();
    });
    return html("label", { class: "choice" }, html("span", { class: "soft" }, "Cases of"), select);
  }
}
