/** The alerts that are not over, one list for all pages, with their number at the top. */

import { hearConnection } from "../connection.js";
import { say } from "../markup.js";
import { AlertList } from "./list.js";

/** Counts those that wait for somebody in a badge. Pages without a feed learn from it that the aggregator is there. */
export function openAlerts(badge) {
  const list = new AlertList([["state", "ALERT"], ["state", "SUSPECT"]], hearConnection);
  list.listen((alerts) => {
    const waiting = alerts.filter(({ state, acknowledgement }) => state === "ALERT" && !acknowledgement).length;
    badge.hidden = waiting === 0;
    say(badge, String(waiting));
    badge.setAttribute("aria-label", `${waiting} that nobody has acknowledged`);
  });
  return list;
}
