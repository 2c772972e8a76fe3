/** How far the explanation can be trusted: what its map foretells of blocks replaced together, against what that did. */

import { html, svg } from "../markup.js";
import { count, decimal } from "../numbers.js";

const UNDEFINED = {
  NOTHING_CHANGED: "Nothing to be faithful to: however many blocks were replaced together, the region's Dice stayed as it was.",
  TOO_FEW_CHANGES: "Not defined: too few sets of blocks changed the region's Dice for a correlation.",
  ALL_ALIKE: "Not defined: all sets of blocks of one size changed the region's Dice alike.",
  NOTHING_FORETOLD: "Not defined: the map foretells the same of all sets of blocks or all but one, yet they did not change the region's Dice alike. Blocks may act only together, or the draws were too few.",
  TOO_FEW_BLOCKS: "Not measured: too few blocks can reach the region.",
  BUDGET: "Not measured: the budget left too few passes.",
  MODEL: "Not measured: the model refused an image with several blocks replaced.",
};

const WIDTH = 240;
const HEIGHT = 18;

const known = (value) => value !== null && value !== undefined;
const rounded = (value) => (known(value) ? decimal(value, 2) : "\u2013");
const points = (value) => (known(value) ? `${value > 0 ? "+" : ""}${decimal(value, 1)}` : "\u2013");
const range = ({ lower, upper }) => (known(lower) && known(upper) ? `${points(lower)} to ${points(upper)}` : "each time");

/** Whether the strongest blocks matter more than others, beyond chance. */
const apart = ({ points: mean, upper }) => (known(upper) ? upper < 0 : mean < 0);

/** Whether one more set of others would hardly have changed as much: the interval of their mean times sqrt(n + 1) is that of a prediction. */
const standsOut = ({ draws, strongest, others, difference }) => apart(difference)
  && strongest.points < others.points - (known(others.upper) ? others.upper - others.points : 0) * Math.sqrt(draws + 1);

/** Both measures together: an unrelated map has either more often than its interval says, both seldom. */
export function meaning({ correlationLower, correlationUpper, contrast }) {
  if (correlationUpper < 0) {
    return "Contrary to what the map foretells: sets of which it foretells more loss lost less. Don't rely on it.";
  }
  if (correlationLower <= 0) {
    return "It is not shown that the map foretells what such sets do: read it with care.";
  }
  return contrast && standsOut(contrast)
    ? "The map foretells what such sets do, and its strongest blocks matter more than almost any others would. In simulation some 2 in 100 maps pass so that have nothing to do with the model, of smooth ones 13."
    : "The map foretells what such sets do, but its strongest blocks do not stand out from others: read it with care.";
}

function agreement(found) {
  if (!known(found.correlation)) {
    return [html("p", {}, UNDEFINED[found.undefined] ?? "Not defined, for a reason that this page does not know.")];
  }
  return [
    html("p", {}, html("strong", {}, `Correlation ${rounded(found.correlation)}`),
      ` (95 % interval ${rounded(found.correlationLower)} to ${rounded(found.correlationUpper)}) between what the map foretells of `
      + `${count(found.sets)} sets with few and many of the blocks that it calls strongest and what replacing each of them together did. 1 is perfect; by the chance of which patches were put there, about ${rounded(found.ceiling)} could be reached.`),
    html("p", {}, meaning(found)),
  ];
}

function bar(change, scale) {
  const at = (value) => WIDTH * (value - scale.low) / (scale.high - scale.low);
  const middle = HEIGHT / 2;
  const whisker = known(change.lower) && known(change.upper)
    ? svg("path", { class: "error-whisker", d: `M${at(change.lower)},${middle}H${at(change.upper)}M${at(change.lower)},${middle - 4}v8M${at(change.upper)},${middle - 4}v8` }) : null;
  return svg("svg", { class: "error-bar", viewBox: `-1 0 ${WIDTH + 2} ${HEIGHT}`, preserveAspectRatio: "none", "aria-hidden": "true" },
    svg("rect", { class: change.points < 0 ? "supports" : "hinders", x: Math.min(at(0), at(change.points)), y: 4, width: Math.abs(at(change.points) - at(0)), height: HEIGHT - 8 }),
    svg("line", { class: "error-zero", x1: at(0), x2: at(0), y1: 0, y2: HEIGHT }), whisker);
}

function contrast({ blocks, foretold, strongest, others, difference }) {
  const ends = [strongest, others].flatMap(({ points: mean, lower, upper }) => [mean, lower, upper]).filter(known);
  const scale = { low: Math.min(-1, ...ends), high: Math.max(0, ...ends) };
  const row = (name, change) => html("tr", {}, html("th", { scope: "row" }, name),
    html("td", { class: "error-cell" }, bar(change, scale)), html("td", {}, points(change.points)), html("td", {}, range(change)));
  const many = blocks === 1 ? "The strongest block" : `The ${count(blocks)} strongest blocks`;
  return [
    html("div", { class: "case-scroll", tabindex: "0", role: "region", "aria-label": "The strongest blocks against others" }, html("table", { class: "case-table" },
      html("thead", {}, html("tr", {}, ...["Replaced together", "Change of Dice", "Points", "95 % interval"].map((title) => html("th", { scope: "col" }, title)))),
      html("tbody", {}, row("strongest", strongest), row("others", others)))),
    html("p", {}, `${many} that support the region, against as many others at random: ${apart(difference)
      ? `they matter more, by ${points(difference.points)} points (${range(difference)}).` : "not told apart."} The map foretells ${points(foretold)}.`),
  ];
}

/** A panel that answers how far the picture can be trusted. */
export function faithfulness(found) {
  const measured = found.faithfulness ?? null;
  return html("section", { class: "panel case-faithfulness" }, html("h2", {}, "Faithfulness"),
    html("p", { class: "soft" }, "How far this map can be trusted: the check replaces several blocks at once, and holds what that does to the region against the sum of their effects."),
    ...(measured === null ? [html("p", {}, "Not recorded: the explainer did not check this map.")] : agreement(measured)),
    ...(measured?.contrast ? contrast(measured.contrast) : []));
}
