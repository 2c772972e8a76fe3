/** For how long nothing has come of a model, and whether that is much longer than it usually is. */

import { dateAndTime } from "../numbers.js";

const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** Two intervals have one pause between them, which may be any; from here on the longest says something. */
const FEWEST_INTERVALS = 3;

/** Nights and weekends are among a model's pauses, if it was seen over some; twice the longest of them is not one more of these. */
const TIMES = 2;

/** Where too little is known of a model for a rule of its own. */
const WITHOUT_RULE = { limit: DAY, words: "longer than a day" };

const UNITS = [[DAY, "d", 2], [HOUR, "h", 2], [MINUTE, "min", 1]];

/** A time in its largest unit of which there are some: 90 minutes are not yet "2 h". */
export function duration(millis) {
  const [size, unit] = UNITS.find(([each, , least]) => millis >= least * each) ?? UNITS.at(-1);
  return `${Math.floor(millis / size)}\u00a0${unit}`;
}

/** From when on silence is told, by the intervals with cases; what falls between two of them is known to the interval only. */
export function patience(points, widthMillis) {
  const starts = points.map(({ start }) => Date.parse(start)).filter(Number.isFinite);
  if (starts.length < FEWEST_INTERVALS) {
    return WITHOUT_RULE;
  }
  const longest = starts.slice(1).reduce((most, start, index) => Math.max(most, start - starts[index]), widthMillis);
  return { limit: TIMES * longest, words: `longer than ${duration(TIMES * longest)}, twice the longest time between its newest ${starts.length} intervals with cases` };
}

/** What is said of a model's newest case; without patience, which is not known at first, nothing is called quiet. */
export function silence(updatedAt, known, now) {
  const passed = now - Date.parse(updatedAt);
  if (Number.isNaN(passed)) {
    return { quiet: false, words: "last case at an unknown time", rule: "" };
  }
  const quiet = known !== undefined && passed > known.limit;
  const ago = passed <= -MINUTE ? `dated ${duration(-passed)} ahead` : passed < MINUTE ? "just now" : `${duration(passed)} ago`;
  return {
    quiet,
    words: `last case ${ago}`,
    rule: `Newest case ${dateAndTime(updatedAt)}.${known === undefined ? "" : ` It is called quiet after ${known.words}.`}`,
  };
}
