/** Alerts on a chart over time: from when they were raised to when they were over. */

import { shortTime } from "../numbers.js";

const known = (instant) => instant !== null && Number.isFinite(Date.parse(instant));

/** When it first was what it got to be: an alert when the alarm was raised, a suspicion when it became one. */
export const began = (alert) => alert.alertedAt ?? alert.suspectedAt;

/** When it was raised and when it was over, as far as that is known. */
export function told(alert) {
  const from = known(began(alert)) ? `${alert.alertedAt ? "raised" : "suspected"} ${shortTime(began(alert))}` : null;
  const to = known(alert.endedAt) ? `over ${shortTime(alert.endedAt)}` : null;
  return [from, to].filter((part) => part !== null).join(", ");
}

/** The moments and spans of alerts, for a chart, and how many of them there are in words. */
export function marksOf(alerts) {
  const moments = [];
  const spans = [];
  for (const alert of alerts) {
    const colour = alert.alertedAt ? "--alarm" : "--wait";
    const from = known(began(alert)) ? Date.parse(began(alert)) : null;
    const to = known(alert.endedAt) ? Date.parse(alert.endedAt) : null;
    if (from !== null) {
      moments.push({ at: from, label: alert.alertedAt ? "Alert" : "Suspicion", colour, before: true });
      // a study that came late may end it at a time before the one that raised it
      spans.push({ from, to: to === null ? Infinity : Math.max(from, to), colour });
    }
    if (to !== null) {
      moments.push({ at: to, label: "Over", colour });
    }
  }
  return { moments, spans, words: `${alerts.length} alert${alerts.length === 1 ? "" : "s"}${alerts.length === 1 ? `, ${told(alerts[0])}` : ""}` };
}
