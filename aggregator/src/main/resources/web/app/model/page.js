/** One version of a model: whether it has changed, what it looks at, what its parts do, and its newest maps. */

import { colourKey } from "../charts/key.js";
import { MixOverTime } from "../charts/mix-over-time.js";
import { StrategyMix } from "../charts/mix.js";
import { Rose } from "../charts/rose.js";
import { showConnection } from "../connection.js";
import { Feed } from "../feed.js";
import { Frame } from "../frame.js";
import { html, say } from "../markup.js";
import { count, dateAndTime, decimal } from "../numbers.js";
import { Components } from "../network/components.js";
import { of } from "../router.js";
import { EvidencePanel } from "./evidence.js";
import { axes, Figures } from "./figures.js";
import { Gallery } from "./gallery.js";
import { GroupChoice } from "./group-choice.js";
import { Newest } from "./newest.js";
import { Versions } from "./versions.js";

const COLUMNS = 72;

const panel = (title, ...content) => html("section", { class: "panel" }, html("h2", {}, title), ...content);

export class ModelPage {
  #statistics = null;

  constructor(id) {
    this.id = id;
    const [name, version] = [id.slice(0, id.lastIndexOf("@")), id.slice(id.lastIndexOf("@") + 1)];
    this.title = `${name} version ${version}`;
    this.frame = new Frame(() => this.#draw());
    this.choice = new GroupChoice(() => this.frame.schedule());
    this.newest = new Newest();
    this.mix = new StrategyMix();
    this.mixOverTime = new MixOverTime(COLUMNS);
    this.rose = new Rose();
    this.figures = new Figures();
    this.components = new Components(id);
    this.gallery = new Gallery(id);
    this.evidence = new EvidencePanel(id, (points, widthMillis) => this.mixOverTime.update(points, widthMillis));
    this.versions = new Versions(id);
    this.totals = html("p", { class: "soft" });
    this.within = html("p");
    this.missing = html("h2", {}, "Asking for this model");
    this.waiting = html("section", { class: "waiting", role: "status" }, this.missing);
    this.known = html("div", { class: "page", hidden: true },
      this.evidence.node,
      html("div", { class: "halves" },
        panel("Strategy", this.mix.node, html("h3", {}, "Over time"), this.mixOverTime.node, html("h3", {}, "Between inputs"), this.within),
        panel("Around the region", this.rose.node)),
      panel("Newest maps", this.gallery.node),
      this.components.node,
      panel("Figures", html("p", { class: "soft" }, "Line: least to greatest. Band: mean \u00b1 one standard deviation."), this.figures.node),
      this.versions.node);
    this.node = html("div", { class: "page" },
      html("div", { class: "intro" },
        html("div", {}, html("p", {}, html("a", { href: of("") }, "Models"), " / "), html("h1", {}, name),
          html("p", { class: "lead" }, `Version ${version}`), this.choice.node, this.totals),
        colourKey()),
      this.waiting, this.known);
    const escaped = encodeURIComponent(id);
    this.feed = new Feed({ events: `/api/feed?model=${escaped}`, state: `/api/models/${escaped}` }, {
      state: (view) => {
        this.#take(view?.statistics ?? null);
        this.newest.take(view?.newest ?? []);
        say(this.missing, view ? "No figures of this model yet: they follow its first explanation" : "No model of this name and version is known");
        this.frame.schedule();
      },
      connection: showConnection,
      events: {
        statistics: (statistics) => { this.#take(statistics); this.frame.soon(); },
        explanation: (explanation) => { this.newest.take([explanation]); this.frame.soon(); },
      },
    });
  }

  open() {
    this.feed.open();
    this.evidence.open();
    this.components.open();
    this.versions.open();
  }

  close() {
    this.feed.close();
    this.evidence.close();
    this.components.close();
    this.versions.close();
    this.frame.close();
  }

  #take(statistics) {
    if (statistics?.groups.length > 0) {
      this.#statistics = statistics;
    }
  }

  #draw() {
    const statistics = this.#statistics;
    this.known.hidden = statistics === null;
    this.waiting.hidden = statistics !== null;
    if (statistics === null) {
      return;
    }
    this.choice.update(statistics.groups);
    const group = this.choice.of(statistics.groups);
    // under overload an explained case stands for several
    const explained = statistics.groups.reduce((sum, { explained: own, explanations }) => sum + (own || explanations), 0);
    const dropped = statistics.duplicatesDropped;
    say(this.totals, `${count(statistics.explanations)} ${explained < statistics.explanations ? `cases, ${count(explained)} explained` : "explanations"}`
      + `${statistics.groups.length > 1 ? " of all its cases" : ""} \u00b7 newest case ${dateAndTime(statistics.updatedAt)}${dropped ? ` \u00b7 ${count(dropped)} repeats left out` : ""}`);
    this.evidence.update(group);
    this.mix.update(group.classCounts);
    this.rose.update(group.profileSum);
    say(this.within, within(group.heterogeneity));
    this.gallery.update(this.newest.of(group));
    this.figures.update(group, axes([{ statistics }]));
    this.components.update(group);
  }
}

function within(heterogeneity) {
  const raw = heterogeneity?.profileDivergence ?? null;
  if (raw === null) {
    return "How differently it looks at different inputs is not known yet.";
  }
  const corrected = heterogeneity.profileDivergenceCorrected;
  return `Divergence between its inputs: ${decimal(raw, 3)} nats`
    + `${corrected === null ? "" : `, ${decimal(Math.max(0, corrected), 3)} without the noise of the maps`}, over ${count(heterogeneity.profiles)} explanations.`;
}
