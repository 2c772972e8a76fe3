/** The words and signs of the watch on how a model perceives. */

import { html } from "./markup.js";
import { count, decimal } from "./numbers.js";

/** States in the order in which they need somebody. A sign each, so that colour is not all that tells them apart. */
export const DRIFT_STATES = [
  { name: "ALERT", sign: "\u25b2", label: "Alert", means: "The evidence for a change reached the promised line." },
  { name: "SUSPECT", sign: "\u25c6", label: "Suspicion", means: "A fifth of the evidence for a change that an alert takes; often nothing." },
  { name: "LEARNING", sign: "\u25cb", label: "Learning", means: "The reference is being gathered." },
  { name: "CLEARED", sign: "\u2713", label: "Over", means: "The model perceives as in its reference again." },
  { name: "OK", sign: "\u2713", label: "As before", means: "Nothing speaks for a change." },
  { name: "UNWATCHED", sign: "\u2013", label: "Not watched yet", means: "No study of these cases is complete yet." },
];

/** A suspicion is told at this part of an alert's evidence. */
export const SUSPICION = 1 / 5;

const BY_NAME = new Map(DRIFT_STATES.map((state, rank) => [state.name, { ...state, rank }]));

export const stateOf = (drift) => BY_NAME.get(drift?.state) ?? BY_NAME.get("UNWATCHED");

/** The group that needs somebody most; of equals the one with most explanations. */
export const foremost = (groups) => groups.reduce((first, group) => {
  const [a, b] = [stateOf(first.drift).rank, stateOf(group.drift).rank];
  return b < a || (b === a && group.explanations > first.explanations) ? group : first;
});

/** The state as a badge; an outline where somebody takes care of it already. */
export function badge(drift) {
  const { name, sign, label, means } = stateOf(drift);
  return html("span", { class: "badge", "data-state": name, "data-acknowledged": Boolean(drift?.acknowledgement), title: means },
    html("span", { "aria-hidden": "true" }, sign), ` ${label}`);
}

/** How much speaks for a change, against the line. */
export function evidence(drift) {
  if (!drift) {
    return "no study of these cases is complete yet";
  }
  if (drift.state === "LEARNING") {
    return `reference: ${count(drift.referenceStudies)} of ${count(drift.referenceWanted)} studies`;
  }
  const amount = drift.statistic >= 10 ? count(drift.statistic) : decimal(drift.statistic ?? 0, 1);
  if (drift.state === "ALERT") {
    return `evidence that the change goes on ${amount}, begun anew at the alarm`;
  }
  return `evidence for a change ${amount}, alarm at ${count(drift.expectedRunLength)}`;
}
