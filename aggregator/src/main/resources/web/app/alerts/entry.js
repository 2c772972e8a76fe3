/** One alert: what has changed, by how much, since when, in which cases, and who takes care of it. */

import { badge, stateOf, SUSPICION } from "../drift.js";
import { html } from "../markup.js";
import { count, dateAndTime, decimal, inReadersTime, percent } from "../numbers.js";
import { of } from "../router.js";
import { monitored, referenceLabel } from "../words.js";
import { acknowledgement } from "./acknowledge.js";
import { age } from "./age.js";
import { examples } from "./examples.js";

/** How often it comes when nothing has changed. */
const CHANCE = {
  ALERT: (promise) => `When nothing has changed, an alert comes once in ${count(promise)} studies on average, or more rarely.`,
  SUSPECT: (promise) => `When nothing has changed, a suspicion comes once in ${count(promise * SUSPICION)} studies on average, or more rarely.`,
};

const MOVED = {
  INPUTS: "the images that come in",
  OUTPUTS: "what the model answers",
  RELIANCE: "what the model relies on",
};

const SHOWN_SHARES = 5;

const capitalised = (words) => words[0].toUpperCase() + words.slice(1);

const time = (instant) => html("time", { datetime: instant }, dateAndTime(instant));

/** Its figures are of that moment, whatever has been since. */
const whenTold = (alert) => (alert.alertedAt === null && alert.suspectedAt !== null ? "when suspected" : "when raised");

function facts(alert, now) {
  const { label, unit, decimals, times } = monitored(alert.feature);
  const write = (value) => `${decimal(value * times, decimals)}${unit ? `\u202f${unit}` : ""}`;
  const rows = [["Feature", label]];
  if (alert.referenceMean !== null && alert.currentMean !== null) {
    rows.push([`Mean ${whenTold(alert)}`, `${write(alert.referenceMean)} before \u2192 ${write(alert.currentMean)} since`]);
  }
  if (alert.size !== null) {
    rows.push([`Size ${whenTold(alert)}`, `${decimal(alert.size, 1)} standard deviations of the reference`]);
  }
  rows.push(["Mean now", now.words]);
  if (alert.moved.length > 0) {
    rows.push(["What moved", alert.moved.map((source) => MOVED[source] ?? source).join(", ")]);
  }
  rows.push(["Since about", html("span", {}, time(alert.onset), ", or a little later: the mean since then may be too near to the one before")],
    [`Studies ${whenTold(alert)}`, `${count(alert.studiesSinceOnset)} since the change`], ...toldOf(alert));
  return html("dl", { class: "facts" }, ...rows.map(([term, value]) => html("div", {}, html("dt", {}, term), html("dd", {}, value))));
}

/** The states that it went through, each when it began. */
const toldOf = ({ suspectedAt, alertedAt, endedAt }) => [["Suspected", suspectedAt], ["Raised", alertedAt], ["Over", endedAt]]
  .filter(([, instant]) => instant).map(([term, instant]) => [term, time(instant)]);

function shares(alert) {
  const carried = Object.entries(alert.shares).sort(([, a], [, b]) => b - a).slice(0, SHOWN_SHARES).filter(([, share]) => share > 0);
  return carried.length === 0 ? null : html("div", { class: "carried" }, html("p", { class: "soft" }, "What the evidence for a change rests on"),
    html("ul", {}, ...carried.map(([name, share]) => {
      const bar = html("i");
      bar.style.width = `${100 * share}%`;
      return html("li", {}, html("span", {}, monitored(name).label), html("span", { class: "track" }, bar), html("b", {}, percent(share)));
    })));
}

/**
 * The whole alert for its own page; only what is needed at once in the list.
 *
 * @param now the feature as it is now, where the whole is wanted
 */
export function entry(alert, me, { now, acknowledged }) {
  return html("li", { class: "alert", "data-state": alert.state, "data-acknowledged": Boolean(alert.acknowledgement), id: `alert-${alert.id}` },
    html("div", { class: "alert-head" },
      badge(alert),
      html("b", {}, html("a", { href: of("model", alert.model) }, alert.model)),
      html("span", { class: "soft" }, `${alert.site}, ${referenceLabel(alert.referenceMode)}`),
      html("span", { class: "soft alert-time" }, age(alert))),
    html("p", {}, alert.state === "CLEARED" ? null : html("span", { class: "soft" }, `${capitalised(whenTold(alert))}: `), inReadersTime(alert.summary)),
    html("p", { class: "soft" }, CHANCE[alert.state]?.(alert.expectedRunLength) ?? stateOf(alert).means),
    now ? html("div", { class: "alert-whole" }, facts(alert, now), shares(alert)) : null,
    now ? now.node : null,
    now ? examples(alert) : html("p", {}, html("a", { href: of("alerts", alert.id) }, "What moved, with cases before and since")),
    acknowledgement(alert, me, acknowledged));
}
