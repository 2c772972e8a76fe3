/** The newest explanations of one model, as far as they came while the page is open. */

const REMEMBERED = 100;

export class Newest {
  all = [];

  /** Takes some; those known already are left as they are. */
  take(explanations) {
    const known = new Set(this.all.map(({ explanationId }) => explanationId));
    const unknown = explanations.filter(({ explanationId }) => !known.has(explanationId));
    if (unknown.length > 0) {
      this.all = [...this.all, ...unknown].sort((a, b) => b.explainedAt.localeCompare(a.explainedAt)).slice(0, REMEMBERED);
    }
  }
}
