/** The newest explanations of one model, as far as they came while the page is open. */

const REMEMBERED = 100;

export class Newest {
  all = [];

  /** Those of one site and reference mode: the others' effects are of something else. */
  of({ site, referenceMode }) {
    return this.all.filter((one) => one.site === site && one.referenceMode === referenceMode);
  }

  /** Takes some; those known already are left as they are. */
  take(explanations) {
    const known = new Set(this.all.map(({ explanationId }) => explanationId));
    const unknown = explanations.filter(({ explanationId }) => !known.has(explanationId));
    if (unknown.length > 0) {
      this.all = [...this.all, ...unknown].sort((a, b) => b.explainedAt.localeCompare(a.explainedAt)).slice(0, REMEMBERED);
    }
  }
}
