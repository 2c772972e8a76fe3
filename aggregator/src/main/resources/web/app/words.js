/** The words of the page for what the schemas name: features, classes of strategy, reference modes. */

import { decimal } from "./numbers.js";

/**
 * Features in the order shown. `scale` is the least extent of the axis; `mark` is the value a reader compares with;
 * `times` turns the stored value into the one shown, in `unit`.
 */
export const FEATURES = [
  { name: "baselineDice", key: true, label: "Dice of the region", unit: "%", decimals: 1, scale: [50, 100], times: 1,
    means: "How well the region agrees with its reference, before anything is replaced; 100 is perfect." },
  { name: "causalRadius", key: true, label: "Causal radius", decimals: 2, scale: [0, 1.5], mark: 1, times: 1,
    means: "How far from the region the model looks; 1 = as far as a uniform look." },
  { name: "locality", key: true, label: "Locality", unit: "%", decimals: 0, scale: [0, 100], times: 100,
    means: "Share of what the model relies on that lies within one size of the region." },
  { name: "enrichment", key: true, label: "Enrichment", decimals: 2, scale: [0, 2], mark: 1, times: 1,
    means: "Reliance on what is near the region against its share of the area; 1 = no preference." },
  { name: "supportingShare", key: true, label: "Supporting area", unit: "%", decimals: 0, scale: [0, 100], times: 100,
    means: "Share of the surroundings that helps the segmentation." },
  { name: "hinderingShare", key: true, label: "Hindering area", unit: "%", decimals: 0, scale: [0, 100], times: 100,
    means: "Share of the surroundings that makes it worse." },
  { name: "entropy", key: true, label: "Spread", decimals: 2, scale: [0, 1], times: 1,
    means: "How evenly the reliance is spread; 0 = all in one spot, 1 = everywhere alike." },
  { name: "irrelevantShare", label: "Irrelevant area", unit: "%", decimals: 0, scale: [0, 100], times: 100,
    means: "Share of the surroundings that can be replaced without any effect." },
  { name: "participation", label: "Participation", decimals: 2, scale: [0, 1], times: 1,
    means: "Share of the surroundings that the model effectively relies on." },
  { name: "gini", label: "Concentration (Gini)", decimals: 2, scale: [0, 1], times: 1,
    means: "How unequal the surroundings are; 0 = all alike, near 1 = a few spots carry everything." },
  { name: "signBalance", label: "Sign balance", decimals: 2, scale: [-1, 1], mark: 0, times: 1,
    means: "\u22121 = everything supports, +1 = everything hinders. Only with a ground truth." },
  { name: "axisEnrichment", label: "Axis enrichment", decimals: 2, scale: [-1, 1], mark: 0, times: 1,
    means: "Above 0 what the model relies on lies in the rows and columns of the region: a trace of scanning." },
  { name: "axisPValue", label: "Axis p-value", decimals: 2, scale: [0, 1], times: 1,
    means: "Chance of such an axis enrichment without any preference; small = hardly chance." },
  { name: "scanAsymmetry", label: "Scan asymmetry", decimals: 2, scale: [-1, 1], mark: 0, times: 1,
    means: "Above 0 what the model relies on lies before the region in reading order, below 0 after it." },
  { name: "scanPValue", label: "Scan p-value", decimals: 2, scale: [0, 1], times: 1,
    means: "Chance of such an asymmetry without any preference; small = hardly chance." },
];

/** What the axis of a feature begins and ends with, and what its dashed line is. */
export const axisWords = ({ decimals, mark, means, unit }, [low, high]) => {
  const write = (value) => `${decimal(value, Number.isInteger(value) ? 0 : decimals)}${unit ? `\u202f${unit}` : ""}`;
  return `The axis goes from ${write(low)} to ${write(high)}${mark === undefined ? "" : `, the dashed line is at ${write(mark)}`}. ${means}`;
};

/** Traits of images and answers, which are watched too. */
const TRAITS = [
  { name: "brightness", label: "Brightness of the image" },
  { name: "contrast", label: "Contrast of the image" },
  { name: "saturation", label: "Saturation of the image" },
  { name: "sharpness", label: "Sharpness of the image" },
  { name: "segmentedShare", label: "Segmented share of the image", unit: "%", decimals: 1, times: 100 },
  { name: "certainty", label: "Certainty of the model" },
].map((trait) => ({ decimals: 3, scale: [0, 1], times: 1, means: "", ...trait }));

/** Classes of strategy in the order shown. */
export const STRATEGIES = [
  { name: "LOCAL", label: "Local", means: "What the model relies on lies close to the region." },
  { name: "GLOBAL", label: "Global", means: "What the model relies on is spread over the image." },
  { name: "SEQUENTIAL", label: "Sequential", means: "What the model relies on follows the order in which the model reads the image." },
  { name: "UNDETERMINED", label: "Undetermined", means: "No pattern stands out." },
  { name: "NONE", label: "None", means: "Nothing outside the region matters." },
];

const STRATEGY_LABELS = new Map(STRATEGIES.map((strategy) => [strategy.name, strategy.label]));

export const strategyLabel = (name) => STRATEGY_LABELS.get(name) ?? name;

/** For a style's selector: one of the known classes. */
export const strategyClass = (name) => (STRATEGY_LABELS.has(name) ? name.toLowerCase() : "undetermined");

export const referenceLabel = (mode) => (mode === "GROUND_TRUTH" ? "against the ground truth" : "against the model\u2019s own mask");

const FEATURES_BY_NAME = new Map([...FEATURES, ...TRAITS].map((known) => [known.name, known]));

/** A feature by its name in the schema; a plain one for what the page does not know. */
export const feature = (name) => FEATURES_BY_NAME.get(name)
  ?? { name, label: name, decimals: 3, scale: [0, 1], times: 1, means: "" };

/** Anything that is watched: a feature, a trait, or the share of a class of strategy (strategy.LOCAL). */
export const monitored = (name) => (name.startsWith("strategy.")
  ? { name, label: `Share of ${strategyLabel(name.slice("strategy.".length))}`, unit: "%", decimals: 0, scale: [0, 1], times: 100, means: "" }
  : feature(name));
