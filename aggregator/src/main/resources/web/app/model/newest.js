/** The newest explanations of one model, as far as they came while the page is open. */

/** Of one site and reference mode: a busy one leaves the others theirs. */
const REMEMBERED = 50;

export class Newest {
  all = [];

  /** Those of one site and reference mode: the others' effects are of something else. */
  of({ site, referenceMode }) {
    return this.all.filter((one) => one.site === site && one.referenceMode === referenceMode);
  }

  /** Takes some; those known already are left as they are. */
  take(explanations) {
    const ofGroup = new Map();
    const known = new Set(this.all.map(({ explanationId }) => explanationId));
    const unknown = explanations.filter(({ explanationId }) => !known.has(explanationId));
    if (unknown.length > 0) {
      this.all = [...this.all, ...unknown].sort((a, b) => b.explainedAt.localeCompare(a.explainedAt))
        .filter(({ site, referenceMode }) => {
          const group = `${site} ${referenceMode}`;
          ofGroup.set(group, (ofGroup.get(group) ?? 0) + 1);
          return ofGroup.get(group) <= REMEMBERED;
        });
    }
  }
}
