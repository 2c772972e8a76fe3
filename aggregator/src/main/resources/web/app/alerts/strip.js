/** The open alerts in a line each, for the page of all models. */

import { badge } from "../drift.js";
import { html } from "../markup.js";
import { inReadersTime } from "../numbers.js";
import { of } from "../router.js";
import { age, grow } from "./age.js";

const MOST = 5;

const line = (alert) => html("li", { class: "alert", "data-state": alert.state, "data-acknowledged": Boolean(alert.acknowledgement) },
  badge(alert),
  html("a", { href: of("alerts", alert.id) }, alert.model),
  html("span", { class: "soft" }, age(alert)),
  html("span", {}, inReadersTime(alert.summary)),
  alert.acknowledgement ? html("span", { class: "soft" }, `acknowledged by ${alert.acknowledgement.by}`) : null);

export class AlertStrip {
  #end = () => {};

  /** @param alerts that are not over */
  constructor(alerts) {
    this.alerts = alerts;
    this.list = html("ul", { class: "strip" });
    this.more = html("p", {}, html("a", { href: of("alerts") }, "All alerts"));
    this.node = html("section", { class: "panel", "aria-label": "Open alerts", "aria-live": "polite", hidden: true }, this.list, this.more);
  }

  open() {
    const still = grow(this.list);
    const unheard = this.alerts.listen((alerts) => {
      this.node.hidden = alerts.length === 0;
      this.list.replaceChildren(...alerts.slice(0, MOST).map(line));
    });
    this.#end = () => { still(); unheard(); };
  }

  close() {
    this.#end();
  }
}
