/** The orders in which models can be shown. */

import { foremost, stateOf } from "../drift.js";

const within = (overview) => {
  const { heterogeneity } = foremost(overview.groups);
  return heterogeneity?.profileDivergenceCorrected ?? heterogeneity?.profileDivergence ?? -1;
};

const byId = (a, b) => a.id.localeCompare(b.id, "en", { numeric: true });

export const ORDERS = {
  attention: { label: "What needs attention", compare: (a, b) =>
    stateOf(foremost(a.groups).drift).rank - stateOf(foremost(b.groups).drift).rank || byId(a, b) },
  name: { label: "Name", compare: byId },
  newest: { label: "Newest case", compare: (a, b) => b.updatedAt.localeCompare(a.updatedAt) || byId(a, b) },
  differing: { label: "Differs most between inputs", compare: (a, b) => within(b) - within(a) || byId(a, b) },
};
