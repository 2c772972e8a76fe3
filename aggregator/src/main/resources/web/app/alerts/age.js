/** How long ago an alert came to stand where it stands. */

import { html, say } from "../markup.js";
import { dateAndTime } from "../numbers.js";

const EVERY_MILLIS = 30_000;

const UNITS = [[86_400_000, "d"], [3_600_000, "h"], [60_000, "min"]];

const CAME = { ALERT: "raised", SUSPECT: "suspected", CLEARED: "over" };

function ago(instant) {
  const millis = Date.now() - Date.parse(instant);
  const [length, unit] = UNITS.find(([least]) => millis >= least) ?? [];
  // times are the senders': a clock that is ahead has no age to tell
  return length ? `${Math.floor(millis / length)} ${unit} ago` : Math.abs(millis) < 60_000 ? "just now" : dateAndTime(instant);
}

const words = (time) => `${time.dataset.came} ${ago(time.dateTime)}`;

/** The time itself when it is pointed at; that it grows older is not read aloud. */
export function age(alert) {
  const time = html("time", { class: "age", datetime: alert.raisedAt, title: dateAndTime(alert.raisedAt), "aria-live": "off",
    "data-came": CAME[alert.state] ?? "told" });
  say(time, words(time));
  return time;
}

/** Lets ages below a node grow; gives what ends that. */
export function grow(node) {
  const timer = setInterval(() => node.querySelectorAll("time.age").forEach((time) => say(time, words(time))), EVERY_MILLIS);
  return () => clearInterval(timer);
}
