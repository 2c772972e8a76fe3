/** What an explanation says besides its map: facts, features, components, screening. */

import { html, say } from "../markup.js";
import { count, dateAndTime, decimal, percent } from "../numbers.js";
import { FEATURES, strategyLabel } from "../words.js";

const MOST_COMPONENTS = 12;
const none = "\u2013";
const number = (value, decimals, unit = "") => (value === null || value === undefined ? none : `${decimal(value, decimals)}${unit}`);

function list(entries) {
  return html("dl", { class: "case-facts" }, ...entries.flatMap(([term, said]) => [html("dt", {}, term), html("dd", {}, said)]));
}

const panel = (title, ...content) => html("section", { class: "panel" }, html("h2", {}, title), ...content);

/** Where the case comes from and how it was explained. */
export function facts(found) {
  return panel("Facts", list([
    ["Case", found.caseId],
    ["Model", `${found.model}@${found.modelVersion}`],
    ["Site", found.site],
    ["Segmented", dateAndTime(found.segmentedAt)],
    ["Explained", dateAndTime(found.explainedAt)],
    ["Reference", found.referenceMode === "GROUND_TRUTH" ? "ground truth" : "the model's own mask"],
    ["Dice of the region", number(found.baselineDice, 1, " %")],
    ["Deployed agreement", number(found.deployedAgreement, 1, " %")],
    ["Schedule", found.schedule],
    ["Target standard error", number(found.targetStandardError, 3, " points")],
    ["Seed", String(found.seed)],
    ["Forward passes", count(found.forwards)],
    ["Time", `${decimal(found.elapsedMillis / 1000, 1)} s`],
    ["Budget", found.budgetExhausted ? "ended before the schedule: error bars are wider" : "not used up"],
    ["Standard error reached", reached(found)],
    ["Explanation", html("code", {}, found.explanationId)],
    ["Replay", replay(found)],
  ]));
}

/** Names out of a record go into a shell only where they mean nothing to it. */
const PLAIN = /^\w[\w.-]*$/;

/** The command that computes the explanation again, to copy; brokers and models are where the reader knows. */
/** As the target counts it: root-mean-square over all blocks that were not part of the region, those that cannot reach it included. */
function reached({ standardErrors }) {
  const errors = standardErrors.filter((error) => error !== null && error !== undefined);
  if (errors.length === 0) {
    return none;
  }
  const meanSquare = errors.reduce((sum, error) => sum + error * error, 0) / errors.length;
  return `${number(Math.sqrt(meanSquare), 3)} points (root mean square over ${count(errors.length)} blocks), at most ${number(errors.reduce((most, error) => Math.max(most, error), 0), 3)}`;
}

function replay(found) {
  if ((found.sourcePartition ?? null) === null) {
    return "not possible: the explanation does not say where its case lies";
  }
  const plain = PLAIN.test(found.model) && PLAIN.test(found.modelVersion);
  const command = `limen explain --replay ${found.explanationId}${plain ? ` --model ${found.model}@${found.modelVersion}` : ""}`
    + " --bootstrap HOST:PORT --models DIR";
  const said = html("span", { class: "soft", role: "status" });
  const copy = html("button", { type: "button", "aria-label": "Copy the replay command" }, "Copy");
  copy.addEventListener("click", async () => {
    try {
      await navigator.clipboard.writeText(command);
      say(said, " Copied.");
    } catch {
      say(said, " That did not work.");
    }
  });
  return html("span", {}, html("code", {}, command), " ", copy, said);
}

/** The class of strategy and the features behind it, with their units. */
export function strategy(found) {
  const features = FEATURES.filter((feature) => feature.name in found.strategy);
  return panel(`Strategy: ${strategyLabel(found.strategy.strategy)}`, list(features.map((feature) => {
    const value = found.strategy[feature.name];
    const shown = value === null ? none : number(value * feature.times, feature.decimals, feature.unit ? ` ${feature.unit}` : "");
    return [feature.label, shown];
  })));
}

/** The strongest components of the network. */
export function components(found) {
  const strongest = [...found.components].sort((one, other) => Math.abs(other.ate) - Math.abs(one.ate)).slice(0, MOST_COMPONENTS);
  if (strongest.length === 0) {
    return panel("Components", html("p", { class: "soft" },
      found.componentAnalysis?.unavailable ?? "Components were not asked for."));
  }
  const head = ["Component", "Intervention", "ATE, points", "Standard error", "Draws"];
  return panel("Components", html("div", { class: "case-scroll", tabindex: 0 }, html("table", { class: "case-table" },
    html("thead", {}, html("tr", {}, ...head.map((title) => html("th", { scope: "col" }, title)))),
    html("tbody", {}, ...strongest.map((component) => html("tr", {},
      html("th", { scope: "row" }, component.name), html("td", {}, component.kind),
      html("td", {}, number(component.ate, 2)), html("td", {}, number(component.standardError, 2)),
      html("td", {}, count(component.draws))))))));
}

/** What the audit says of screening. */
export function screening(found) {
  const audit = found.screening;
  return panel("Screening", html("p", {}, audit
    ? `${count(audit.screenedOut)} blocks were screened out, ${count(audit.audited)} of them measured all the same, ${count(audit.found)} matter after all: `
      + `screening kept ${percent(audit.recall)} of the blocks that matter (95 % interval ${percent(audit.recallLower)} to ${percent(audit.recallUpper)}).`
    : "Nothing was audited."));
}
