/** The features of one group: mean and standard deviation, range and count, on an axis that all models share. */

import { html, say } from "../markup.js";
import { count, decimal } from "../numbers.js";
import { axisWords, FEATURES } from "../words.js";

/** The axis of a feature: its usual extent, widened to whatever any model shows. */
export function axes(models) {
  const extents = new Map(FEATURES.map((feature) => [feature.name, [...feature.scale]]));
  for (const model of models) {
    for (const group of model.statistics?.groups ?? []) {
      for (const feature of FEATURES) {
        const moments = group.features[feature.name];
        if (moments?.count > 0) {
          const extent = extents.get(feature.name);
          extent[0] = Math.min(extent[0], moments.min * feature.times);
          extent[1] = Math.max(extent[1], moments.max * feature.times);
        }
      }
    }
  }
  return extents;
}

/** Nearer to an end of the axis the number of the dashed line would run into the end's. */
const MARKED_WITHIN = [15, 85];

function row(feature) {
  const parts = {
    range: html("i", { class: "range" }),
    band: html("i", { class: "band" }),
    mean: html("i", { class: "mean" }),
    mark: feature.mark === undefined ? null : html("i", { class: "mark" }),
    low: html("span"),
    high: html("span"),
    marked: feature.mark === undefined ? null : html("span", { class: "axis-mark" }, decimal(feature.mark, 0)),
    value: html("b"),
    detail: html("span", { class: "soft" }),
  };
  parts.plot = html("div", { class: "plot", role: "img" }, parts.mark, parts.range, parts.band, parts.mean);
  parts.node = html("div", { class: "figure-row" },
    html("div", { class: "figure-name" }, html("span", {}, feature.label), html("small", {}, feature.means)),
    html("div", { class: "figure-axis" }, parts.plot,
      html("p", { class: "soft axis-ends", "aria-hidden": "true" }, parts.low, parts.marked, parts.high)),
    html("div", { class: "figure-value" }, html("span", { class: "soft" }, "mean "), parts.value, parts.detail));
  return parts;
}

function place(part, from, to) {
  part.style.left = `${from}%`;
  part.style.width = `${Math.max(0, to - from)}%`;
}

export class Figures {
  constructor() {
    this.rows = FEATURES.map((feature) => ({ feature, ...row(feature) }));
    const keyRows = this.rows.filter(({ feature }) => feature.key).map(({ node }) => node);
    const otherRows = this.rows.filter(({ feature }) => !feature.key).map(({ node }) => node);
    this.node = html("div", { class: "figures" }, ...keyRows,
      html("details", {}, html("summary", {}, `${otherRows.length} more figures`), ...otherRows));
  }

  update(group, extents) {
    this.rows.forEach((parts) => this.#show(parts, group.features[parts.feature.name], extents.get(parts.feature.name)));
  }

  #show(parts, moments, [low, high]) {
    const { feature } = parts;
    const defined = moments?.count > 0;
    parts.node.classList.toggle("undefined", !defined);
    if (!defined) {
      say(parts.value, "\u2013");
      say(parts.detail, "not defined yet");
      parts.plot.setAttribute("aria-label", `${feature.label}: not defined yet`);
      return;
    }
    const shown = (value) => value * feature.times;
    const write = (value) => decimal(shown(value), feature.decimals);
    const at = (value) => (100 * (value - low)) / (high - low);
    const deviation = moments.variance === null ? 0 : Math.sqrt(moments.variance);
    place(parts.range, at(shown(moments.min)), at(shown(moments.max)));
    place(parts.band, at(Math.max(low, shown(moments.mean - deviation))), at(Math.min(high, shown(moments.mean + deviation))));
    parts.mean.style.left = `${at(shown(moments.mean))}%`;
    if (parts.mark) {
      const place = at(feature.mark);
      parts.mark.style.left = `${place}%`;
      parts.marked.style.left = `${place}%`;
      parts.marked.hidden = place < MARKED_WITHIN[0] || place > MARKED_WITHIN[1];
    }
    const end = (value) => decimal(value, Number.isInteger(value) ? 0 : feature.decimals);
    say(parts.low, end(low));
    say(parts.high, end(high));
    const unit = feature.unit ? `\u202f${feature.unit}` : "";
    const spread = moments.variance === null ? "" : ` \u00b1 ${write(deviation)}`;
    say(parts.value, `${write(moments.mean)}${spread}${unit}`);
    say(parts.detail, `${write(moments.min)} \u2026 ${write(moments.max)} \u00b7 n\u2009=\u2009${count(moments.count)}`);
    parts.plot.setAttribute("aria-label", `${feature.label}: mean ${write(moments.mean)}${unit}, standard deviation `
      + `${write(deviation)}, from ${write(moments.min)} to ${write(moments.max)}, ${count(moments.count)} explanations. ${axisWords(feature, [low, high])}`);
    parts.plot.title = axisWords(feature, [low, high]);
  }
}
