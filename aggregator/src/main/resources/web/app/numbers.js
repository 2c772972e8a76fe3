/** How numbers and times are written: rounded for the eye, never in the state. */

const whole = new Intl.NumberFormat("en", { maximumFractionDigits: 0 });
const clock = new Intl.DateTimeFormat(undefined, { hour: "2-digit", minute: "2-digit", second: "2-digit", hourCycle: "h23" });
const minutes = new Intl.DateTimeFormat(undefined, { hour: "2-digit", minute: "2-digit", hourCycle: "h23" });
const calendar = new Intl.DateTimeFormat(undefined, { dateStyle: "medium", timeStyle: "medium" });

const brief = new Intl.DateTimeFormat(undefined, { day: "numeric", month: "short", hour: "2-digit", minute: "2-digit", hourCycle: "h23" });

export const count = (value) => whole.format(value);

/** A real minus sign, as many decimals as asked for. */
export const decimal = (value, decimals) => value.toFixed(decimals).replace("-", "\u2212");

export const percent = (share) => {
  const hundredths = 100 * share;
  return `${hundredths > 0 && hundredths < 1 ? "<1" : Math.round(hundredths)}\u202f%`;
};

/** An instant by a format; one that no calendar of a browser has, as it was told. */
function written(format, iso) {
  const instant = new Date(iso);
  return Number.isNaN(instant.getTime()) ? String(iso) : format.format(instant);
}

/** Day, hour and minute. */
export const shortTime = (iso) => written(brief, iso);

/** A span of time, { min, max } in milliseconds, in words. */
export const between = ({ min, max }) => [min, max].map((at) => shortTime(at)).join(" to ");

/** Instants within a text as times of the reader. */
export const inReadersTime = (text) => text.replace(/\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z/g, (iso) => shortTime(iso));

export const timeOfDay = (iso) => written(clock, iso);

/** Hours and minutes. */
export const clockTime = (instant) => minutes.format(instant);

export const dateAndTime = (iso) => written(calendar, iso);
