/** The versions of one model side by side: their standing, mix of strategies and key figures. */

import { StrategyMix } from "../charts/mix.js";
import { badge, foremost } from "../drift.js";
import { html } from "../markup.js";
import { count, decimal } from "../numbers.js";
import { of } from "../router.js";
import { call } from "../session.js";
import { FEATURES, referenceLabel } from "../words.js";

const EVERY_MILLIS = 10_000;

/** Half the width of a 95 % interval of a mean, in standard errors. */
const NORMAL = 1.96;

function figure(moments, { decimals, times, unit }) {
  if (!(moments?.count > 0)) {
    return "\u2013";
  }
  const error = moments.variance === null ? null : NORMAL * Math.sqrt(moments.variance / moments.count);
  return `${decimal(moments.mean * times, decimals)}${error === null ? "" : ` \u00b1 ${decimal(error * times, decimals)}`}${unit ? `\u202f${unit}` : ""}`;
}

/** What is there, or null. */
async function read(path) {
  const answer = await call(path).catch(() => null);
  return answer?.ok ? answer.json() : null;
}

function mix(group) {
  const bar = new StrategyMix();
  bar.update(group.classCounts);
  return bar.bar;
}

export class Versions {
  #timer = 0;

  constructor(id) {
    this.model = id.slice(0, id.lastIndexOf("@"));
    this.table = html("table", { class: "versions" });
    this.node = html("section", { class: "panel", "aria-labelledby": "versions-title", hidden: true },
      html("h2", { id: "versions-title" }, "Versions side by side"),
      html("p", { class: "soft" }, "Means with 95 % intervals over cases, of the site that needs attention first. Cases of one study are alike: intervals over them are somewhat narrow."),
      html("div", { class: "scrolls", tabindex: "0", role: "region", "aria-label": "Versions, can be scrolled" }, this.table));
  }

  open() {
    this.#load();
    this.#timer = setInterval(() => this.#load(), EVERY_MILLIS);
  }

  close() {
    clearInterval(this.#timer);
  }

  async #load() {
    const overviews = document.hidden ? null : await read("/api/overview");
    if (!overviews) {
      return;
    }
    const ids = overviews.filter(({ model, groups }) => model === this.model && groups.length > 0).map(({ id }) => id);
    this.node.hidden = ids.length < 2;
    if (!this.node.hidden) {
      this.#show((await Promise.all(ids.map((id) => read(`/api/models/${encodeURIComponent(id)}`)))).filter((view) => view !== null)
        .map(({ id, statistics }) => ({ id, version: statistics.modelVersion, group: foremost(statistics.groups) })));
    }
  }

  #show(versions) {
    const row = (name, cell) => html("tr", {}, html("th", { scope: "row" }, name), ...versions.map((version) => html("td", {}, cell(version))));
    this.table.replaceChildren(
      html("thead", {}, html("tr", {}, html("td"), ...versions.map(({ id, version }) =>
        html("th", { scope: "col" }, html("a", { href: of("model", id) }, `version ${version}`))))),
      html("tbody", {},
        row("Standing", ({ group }) => badge(group.drift)),
        row("Cases of", ({ group }) => `${group.site}, ${referenceLabel(group.referenceMode)}`),
        row("Explanations", ({ group }) => count(group.explanations)),
        row("Strategies", ({ group }) => mix(group)),
        ...FEATURES.filter(({ key }) => key).map((feature) => row(feature.label, ({ group }) => figure(group.features[feature.name], feature)))));
  }
}
