/** Ticks of an axis of time at full minutes, hours and days of the reader's clock. */

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

const STEPS = [MINUTE, 5 * MINUTE, 10 * MINUTE, 15 * MINUTE, 30 * MINUTE, HOUR, 2 * HOUR, 3 * HOUR, 6 * HOUR, 12 * HOUR, DAY, 2 * DAY, 7 * DAY, 14 * DAY, 28 * DAY];

const MOST_TICKS = 9;

/** A day of minutes, and as many ticks: an axis without an end is not walked. */
const MOST_STEPS = 1_500;

const clock = new Intl.DateTimeFormat(undefined, { hour: "2-digit", minute: "2-digit", hourCycle: "h23" });
const day = new Intl.DateTimeFormat(undefined, { day: "numeric", month: "short" });
const dayAndClock = new Intl.DateTimeFormat(undefined, { day: "numeric", month: "short", hour: "2-digit", minute: "2-digit", hourCycle: "h23" });

/** Moments between two others, as many as an axis of that width has room for. */
export function timeTicks(from, to, width) {
  const most = Math.max(2, Math.min(MOST_TICKS, Math.floor(width / 90)));
  const step = STEPS.find((each) => (to - from) / each <= most) ?? Math.ceil((to - from) / most / DAY) * DAY;
  const ticks = [];
  // by the reader's calendar: a day on which clocks are put forward or back has 23 or 25 hours
  const day = new Date(from);
  day.setHours(0, 0, 0, 0);
  for (let index = 0, at = day.getTime(); at <= to && index <= MOST_STEPS; index += 1) {
    const next = new Date(day);
    if (step >= DAY) {
      next.setDate(day.getDate() + index * (step / DAY));
    } else {
      next.setMinutes(index * (step / MINUTE));
    }
    at = next.getTime();
    if (at >= from && at <= to && at !== ticks.at(-1)) {
      ticks.push(at);
    }
  }
  return ticks;
}

/** A tick in words, with its day where the axis has several. */
export function timeLabel(at, ticks) {
  const span = ticks.length > 1 ? ticks.at(-1) - ticks[0] : 0;
  const step = ticks.length > 1 ? ticks[1] - ticks[0] : 0;
  return (step >= DAY ? day : span >= DAY ? dayAndClock : clock).format(new Date(at));
}
