/** Every alert, or one of them whole. */

import { html, say } from "../markup.js";
import { of } from "../router.js";
import { grow } from "./age.js";
import { entry } from "./entry.js";
import { FeatureNow } from "./feature-now.js";
import { AlertList } from "./list.js";

const KINDS = {
  open: { label: "Open", states: ["ALERT", "SUSPECT"] },
  over: { label: "Over", states: ["CLEARED"] },
  all: { label: "All", states: [] },
};

export class AlertsPage {
  #alerts = [];
  #known = false;
  #list = null;
  #still = () => {};

  /**
   * @param id of the alert to show whole; the list when it is empty
   * @param me what they may not do is not offered
   * @param open the list of those that are not over, which hears of what is done here
   */
  constructor(id, me, open) {
    this.id = id;
    this.me = me;
    this.openOnes = open;
    this.now = id ? new FeatureNow() : null;
    this.title = id ? "Alert" : "Alerts";
    this.kind = html("select", {}, ...Object.entries(KINDS).map(([value, { label }]) => html("option", { value }, label)));
    this.kind.addEventListener("change", () => this.#ask());
    this.empty = html("p", { class: "soft", role: "status" });
    this.list = html("ul", { class: "alerts" });
    this.node = html("div", { class: "page" },
      html("div", { class: "tools" }, html("h1", {}, this.title),
        id ? html("a", { href: of("alerts") }, "All alerts") : html("label", {}, "Show", this.kind)),
      html("p", { class: "lead" }, "The way a model perceives has changed, or may have. ",
        html("a", { class: "raw", href: "/api/definition" }, "What the words mean")),
      html("section", { class: "panel", "aria-label": this.title }, this.empty, this.list));
  }

  open() {
    this.#still = grow(this.list);
    this.#ask();
  }

  close() {
    this.#still();
    this.#list.close();
    this.now?.close();
  }

  #ask() {
    this.#list?.close();
    this.#list = new AlertList(this.id ? [["id", this.id]] : KINDS[this.kind.value].states.map((state) => ["state", state]));
    this.#list.listen((alerts, known) => {
      this.#alerts = alerts;
      this.#known = known;
      // what is being typed is left alone
      if (!this.list.contains(document.activeElement) || document.activeElement.tagName !== "INPUT") {
        this.#draw();
      }
    });
    this.#list.open();
  }

  #acknowledged() {
    if (this.list.contains(document.activeElement)) {
      document.activeElement.blur();
    }
    // what has come meanwhile waited for the form
    this.#draw();
    this.#list.load();
    this.openOnes.load();
  }

  #draw() {
    // an aggregator of the version before answers with all of them
    const shown = this.id ? this.#alerts.filter(({ id }) => id === this.id) : this.#alerts;
    say(this.empty, shown.length > 0 ? "" : !this.#known ? "Asking for the alerts." : this.id
      ? "This alert is not known here. It may be older than what is kept."
      : this.kind.value === "open" ? "No alert is open: the watched models perceive as in their references." : "There is none.");
    this.empty.hidden = shown.length > 0;
    if (shown.length > 0) {
      this.now?.show(shown[0]);
    }
    this.list.replaceChildren(...shown.map((alert) => entry(alert, this.me, {
      now: this.now, acknowledged: () => this.#acknowledged(),
    })));
  }
}
