/** What an explanation says besides its map: facts, features, components, screening. */

import { html, say } from "../markup.js";
import { count, dateAndTime, decimal, percent } from "../numbers.js";
import { FEATURES, strategyLabel } from "../words.js";

const MOST_COMPONENTS = 12;

/** Kinds of intervention, the most natural one first: by its effects components are ranked. */
const KINDS = ["resample", "mean", "zero"];

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
    ["Standard error reached", reached(found)],
    ["Seed", String(found.seed)],
    ["Forward passes", count(found.forwards)],
    ["Time", `${decimal(found.elapsedMillis / 1000, 1)} s`],
    ["Budget", found.budgetExhausted ? "ended before the schedule: error bars are wider" : "not used up"],
    ["Explanation", html("code", {}, found.explanationId)],
    ["Replay", replay(found)],
  ]));
}

/** As the target counts it: root-mean-square over all blocks that were not part of the region, those that cannot reach it included. */
function reached({ standardErrors }) {
  const errors = standardErrors.filter((error) => error !== null && error !== undefined);
  if (errors.length === 0) {
    return none;
  }
  const meanSquare = errors.reduce((sum, error) => sum + error * error, 0) / errors.length;
  return `${number(Math.sqrt(meanSquare), 3)} points (root mean square over ${count(errors.length)} blocks), at most ${number(errors.reduce((most, error) => Math.max(most, error), 0), 3)}`;
}

/** Names out of a record go into a shell only where they mean nothing to it. */
const PLAIN = /^\w[\w.-]*$/;

/** The command that computes the explanation again, to copy; brokers and models are where the reader knows. */
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

/** The class of strategy and the features behind it, with their units; beside them those of the model's other cases as soon as they are known. */
export function strategy(found) {
  const features = FEATURES.filter((feature) => feature.name in found.strategy);
  const usual = new Map(features.map(({ name }) => [name, html("td", { hidden: true })]));
  const head = html("th", { scope: "col", hidden: true });
  const note = html("p", { class: "soft", hidden: true });
  const node = panel(`Strategy: ${strategyLabel(found.strategy.strategy)}`, note,
    html("div", { class: "case-scroll", tabindex: "0", role: "region", "aria-label": "Features of the strategy" }, html("table", { class: "case-table case-features" },
      html("thead", {}, html("tr", {}, html("th", { scope: "col" }, "Feature"), html("th", { scope: "col" }, "This case"), head)),
      html("tbody", {}, ...features.map((feature) => html("tr", {}, html("th", { scope: "row", title: feature.means }, feature.label),
        html("td", {}, valueOf(feature, found.strategy[feature.name])), usual.get(feature.name)))))));
  /** Running statistics of the group that the case belongs to. */
  const compare = (group) => {
    say(head, "All cases");
    say(note, `All cases: mean \u00b1 standard deviation of ${count(group.explanations)} explanations of the same model, site and reference.`);
    [head, note, ...usual.values()].forEach((part) => { part.hidden = false; });
    features.forEach((feature) => say(usual.get(feature.name), usually(feature, group.features[feature.name])));
  };
  return { node, compare };
}

const unitOf = ({ unit }) => (unit ? ` ${unit}` : "");

const valueOf = (feature, value) => (value === null ? none : number(value * feature.times, feature.decimals, unitOf(feature)));

function usually(feature, moments) {
  if (!(moments?.count > 0)) {
    return none;
  }
  const write = (value) => number(value * feature.times, feature.decimals);
  return `${write(moments.mean)} \u00b1 ${moments.variance === null ? none : write(Math.sqrt(moments.variance))}${unitOf(feature)}`;
}

/** Kinds whose donors are drawn by chance; a mean and zero are what they are, and leave nothing to it. */
const isDrawn = (kind) => kind === "resample";

/** An effect, with its error where there is one; that of a single draw is not 0, it is not known. */
const effectOf = ({ kind, ate, standardError, draws }) =>
  `${number(ate, 2)}${isDrawn(kind) ? ` \u00b1 ${draws > 1 ? number(standardError, 2) : none}` : ""}`;

/** Components with their effect per kind of intervention, strongest first. */
function byComponent(components) {
  const rows = new Map();
  for (const component of components) {
    const row = rows.get(component.name) ?? { name: component.name, effects: new Map() };
    row.effects.set(component.kind, component);
    rows.set(component.name, row);
  }
  return [...rows.values()];
}

/** A break after the parts of a path, nowhere within a word. */
const breakable = (name) => name.split(/(?<=[._/]|->)/).flatMap((part, index) => (index === 0 ? [part] : [html("wbr"), part]));

/** The strongest components of the network. */
export function components(found) {
  if (found.components.length === 0) {
    return panel("Components", html("p", { class: "soft" },
      found.componentAnalysis?.unavailable ?? "Components were not asked for."));
  }
  const there = new Set(found.components.map(({ kind }) => kind));
  const kinds = [...KINDS.filter((kind) => there.has(kind)), ...[...there].filter((kind) => !KINDS.includes(kind)).sort()];
  const size = ({ effects }) => Math.abs(effects.get(kinds[0])?.ate ?? 0);
  const strongest = byComponent(found.components).sort((one, other) => size(other) - size(one)).slice(0, MOST_COMPONENTS);
  const drawsOf = (kind) => {
    if (!isDrawn(kind)) {
      return "exact";
    }
    const draws = found.components.filter((component) => component.kind === kind).map((component) => component.draws);
    const [least, most] = [Math.min(...draws), Math.max(...draws)];
    return `${least === most ? "" : `${count(least)} to `}${count(most)} ${most === 1 ? "draw" : "draws"}`;
  };
  const cell = (effect) => html("td", {}, effect === undefined ? none : effectOf(effect));
  return panel("Components",
    html("p", { class: "soft" }, `Effect on the region, Dice points, \u00b1 standard error where donors are drawn (\u2013: not known of one draw); strongest by ${kinds[0]} first.`),
    html("div", { class: "case-scroll", tabindex: "0", role: "region", "aria-label": "Components" }, html("table", { class: "case-table case-components" },
      html("thead", {}, html("tr", {}, html("th", { scope: "col" }, "Component"),
        ...kinds.map((kind) => html("th", { scope: "col" }, kind, html("small", { class: "soft" }, drawsOf(kind)))))),
      html("tbody", {}, ...strongest.map(({ name, effects }) => html("tr", {},
        html("th", { scope: "row" }, ...breakable(name)), ...kinds.map((kind) => cell(effects.get(kind)))))))));
}

/** What the audit says of screening. */
export function screening(found) {
  const audit = found.screening;
  return panel("Screening", html("p", {}, audit
    ? `${count(audit.screenedOut)} blocks were screened out, ${count(audit.audited)} of them measured all the same, ${count(audit.found)} matter after all: `
      + `screening kept ${percent(audit.recall)} of the blocks that matter (95 % interval ${percent(audit.recallLower)} to ${percent(audit.recallUpper)}).`
    : "Nothing was audited."));
}
