/** One version of a model among many: what it looks at, how that has gone, and whether it has changed. */

import { Box } from "../charts/box.js";
import { MixOverTime } from "../charts/mix-over-time.js";
import { RosePicture } from "../charts/rose.js";
import { badge, evidence, foremost, stateOf } from "../drift.js";
import { html, say } from "../markup.js";
import { count, decimal } from "../numbers.js";
import { of } from "../router.js";
import { feature, referenceLabel } from "../words.js";
import { silence } from "./silence.js";

const COLUMNS = 36;

export class Tile {
  #badge = "";
  #overview = null;
  #extent = 0;
  #rule = "";

  constructor(overview) {
    this.id = overview.id;
    this.rose = new RosePicture();
    this.mix = new MixOverTime(COLUMNS);
    this.radius = new Box(feature("causalRadius"));
    this.badge = html("div");
    this.newest = html("time");
    this.quiet = html("b", { class: "quiet", hidden: true }, html("span", { "aria-hidden": "true" }, "\u25d4"), " quiet");
    this.total = html("p", { class: "soft" });
    this.evidence = html("p", { class: "tile-evidence" });
    this.within = html("p");
    this.group = html("p", { class: "soft tile-group" });
    this.node = html("article", { class: "tile", "aria-label": `Model ${overview.model}, version ${overview.modelVersion}` },
      html("header", {},
        html("div", {},
          html("h3", { title: overview.model }, html("a", { href: of("model", overview.id) }, overview.model)),
          html("p", { class: "soft" }, `version ${overview.modelVersion}`),
          html("p", { class: "soft tile-newest" }, this.quiet, this.newest)),
        this.badge),
      html("div", { class: "tile-body" }, this.rose.node,
        html("div", { class: "tile-figures" }, this.mix.node, this.radius.node, this.within)),
      this.evidence,
      html("footer", {}, this.group, this.total));
  }

  /** Whether it shows more than its name. */
  get isDrawn() {
    return this.#overview !== null;
  }

  /** Shows what there is by now; what has not changed is left as it is. */
  show(overview, mix, extent) {
    if (this.#overview !== overview || this.#extent !== extent[1]) {
      this.#extent = extent[1];
      this.#update(overview, extent);
    }
    this.mixShown = mix;
    this.mix.update(mix.points, mix.widthMillis, mix.axis);
  }

  /** Says how old its newest case is by now; a tile that is not drawn ages, too. */
  age({ updatedAt }, patience, now) {
    const { quiet, words, rule } = silence(updatedAt, patience, now);
    if (rule !== this.#rule) {
      this.#rule = rule;
      this.newest.dateTime = updatedAt;
      this.newest.title = rule;
      this.node.title = rule;
    }
    if (this.quiet.hidden === quiet) {
      this.quiet.hidden = !quiet;
      this.node.dataset.quiet = String(quiet);
    }
    say(this.newest, words);
  }

  #update(overview, extent) {
    this.#overview = overview;
    const group = foremost(overview.groups);
    if (stateOf(group.drift).name !== this.#badge) {
      this.#badge = stateOf(group.drift).name;
      this.node.dataset.state = this.#badge;
      this.badge.replaceChildren(badge(group.drift));
    }
    this.rose.update(group.profile);
    this.radius.update(group.causalRadius, extent);
    const within = group.heterogeneity?.profileDivergenceCorrected ?? group.heterogeneity?.profileDivergence ?? null;
    say(this.within, within === null ? "Differs between inputs: not known yet" : `Differs between inputs: ${decimal(Math.max(0, within), 2)} nats`);
    say(this.evidence, evidence(group.drift));
    const others = overview.groups.length - 1;
    say(this.group, `${group.site}, ${referenceLabel(group.referenceMode)}${others > 0 ? `, and ${others} more` : ""}`);
    say(this.total, `${count(overview.explanations)} explanations`);
  }
}
