/** Ticks of an axis of time at full minutes, hours and days of the reader's clock. */

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

const STEPS = [MINUTE, 5 * MINUTE, 10 * MINUTE, 15 * MINUTE, 30 * MINUTE, HOUR, 2 * HOUR, 3 * HOUR, 6 * HOUR, 12 * HOUR, DAY, 2 * DAY, 7 * DAY, 14 * DAY, 28 * DAY];

const MOST_TICKS = 9;

const clock = new Intl.DateTimeFormat(undefined, { hour: "2-digit", minute: "2-digit", hour12: false });
const day = new Intl.DateTimeFormat(undefined, { day: "numeric", month: "short" });
const dayAndClock = new Intl.DateTimeFormat(undefined, { day: "numeric", month: "short", hour: "2-digit", minute: "2-digit", hour12: false });

/** Moments between two others, as many as an axis of that width has room for. */
export function timeTicks(from, to, width) {
  const most = Math.max(2, Math.min(MOST_TICKS, Math.floor(width / 90)));
  const step = STEPS.find((each) => (to - from) / each <= most) ?? Math.ceil((to - from) / most / DAY) * DAY;
  const offset = new Date(from).getTimezoneOffset() * MINUTE;
  const ticks = [];
  for (let at = Math.ceil((from - offset) / step) * step + offset; at <= to; at += step) {
    ticks.push(at);
  }
  return ticks;
}

/** A tick in words, with its day where the axis has several. */
export function timeLabel(at, ticks) {
  const span = ticks.length > 1 ? ticks.at(-1) - ticks[0] : 0;
  const step = ticks.length > 1 ? ticks[1] - ticks[0] : 0;
  return (step >= DAY ? day : span >= DAY ? dayAndClock : clock).format(new Date(at));
}
