/** Alerts: what changed, since when, with examples; and the word that somebody takes care of it. */

import { html, say } from "./markup.js";
import { call, show } from "./session.js";
import { referenceLabel } from "./words.js";

const EVERY_MILLIS = 3000;
const MOST_SHOWN = 10;

const STATES = {
  ALERT: { label: "Alert", means: "The evidence reached the promised line." },
  SUSPECT: { label: "Suspicion", means: "A fifth of the evidence that an alert takes; often nothing." },
  CLEARED: { label: "Over", means: "The model perceives as in its reference again, or has a new one." },
};

/** How often it comes when nothing has changed. */
const CHANCE = {
  ALERT: (promise) => `When nothing has changed, an alert comes once in ${promise.toLocaleString()} studies on average, or more rarely.`,
  SUSPECT: (promise) => `When nothing has changed, a suspicion comes once in ${(promise / 5).toLocaleString()} studies on average, or more rarely.`,
};

/** What needs somebody first; then the newest. */
const ORDER = ["ALERT", "SUSPECT", "CLEARED"];

const time = (instant) => html("time", { datetime: instant }, new Date(instant).toLocaleString());

function examples(alert) {
  const list = html("ul", { class: "alert-examples" });
  for (const id of alert.exampleExplanationIds) {
    const picture = html("img", { alt: "Map of a case since the change", width: 72, height: 72 });
    const item = html("li", {}, picture);
    picture.addEventListener("error", () => item.remove());
    show(picture, `/api/explanations/${id}/overlay.png`);
    list.append(item);
  }
  return list;
}

function acknowledgement(alert, reload, me) {
  if (alert.acknowledgement) {
    const { by, note, at } = alert.acknowledgement;
    return html("p", { class: "soft" }, `Acknowledged by ${by}${note ? `: ${note}` : ""}, `, time(at));
  }
  if (alert.state === "CLEARED" || me.role !== "OPERATOR") {
    return null;
  }
  const by = html("input", { name: "by", required: true, maxlength: 100, autocomplete: "name", placeholder: "Your name", "aria-label": "Your name" });
  const note = html("input", { name: "note", maxlength: 1000, placeholder: "What you make of it", "aria-label": "What you make of it" });
  const problem = html("p", { class: "problem", role: "alert" });
  const form = html("form", { class: "acknowledge" }, me.personal ? null : by, note, html("button", {}, "Acknowledge"), problem);
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    const answer = await call(`/api/alerts/${encodeURIComponent(alert.id)}/acknowledgement`, {
      method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify({ by: by.value, note: note.value }),
    }).catch(() => null);
    if (answer?.ok) {
      setTimeout(reload, 500);
    } else {
      const told = await answer?.json().catch(() => null);
      say(problem, told?.message ?? "It could not be sent: no connection to the aggregator.");
    }
  });
  return form;
}

function row(alert, reload, me) {
  const state = STATES[alert.state] ?? { label: alert.state, means: "" };
  return html("li", { class: "alert", "data-state": alert.state },
    html("div", { class: "alert-head" },
      html("span", { class: "alert-state", title: state.means }, state.label),
      html("b", {}, alert.model),
      html("span", { class: "soft" }, `${alert.site}, ${referenceLabel(alert.referenceMode)}`),
      html("span", { class: "soft alert-time" }, time(alert.raisedAt))),
    html("p", {}, alert.summary),
    alert.state in CHANCE ? html("p", { class: "soft" }, CHANCE[alert.state](alert.expectedRunLength)) : null,
    examples(alert),
    acknowledgement(alert, reload, me));
}

/** Shows the alerts in a section and keeps them up to date; what is being typed is left alone. */
export class Alerts {
  /** For somebody: what they may not do is not offered. */
  constructor(section, list, me) {
    this.me = me;
    this.section = section;
    this.list = list;
    this.shown = "[]";
  }

  open() {
    this.load();
    setInterval(() => this.load(), EVERY_MILLIS);
  }

  async load() {
    const answer = await call("/api/alerts").catch(() => null);
    if (!answer?.ok || this.list.contains(document.activeElement)) {
      return;
    }
    const alerts = (await answer.json())
      .sort((left, right) => ORDER.indexOf(left.state) - ORDER.indexOf(right.state)).slice(0, MOST_SHOWN);
    const now = JSON.stringify(alerts);
    if (now !== this.shown) {
      this.shown = now;
      this.section.hidden = alerts.length === 0;
      this.list.replaceChildren(...alerts.map((alert) => row(alert, () => { document.activeElement?.blur(); this.load(); }, this.me)));
    }
  }
}
