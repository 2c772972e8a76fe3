/** The page's copy of the fleet: models by id, each with statistics and newest explanations. */

const GALLERY = 12;
const REMEMBERED = 60;

export class Fleet {
  constructor() {
    this.models = new Map();
  }

  get isEmpty() {
    return this.models.size === 0;
  }

  /** Sorted by id, so that a model keeps its place. */
  sorted() {
    return [...this.models.values()].sort((a, b) => a.id.localeCompare(b.id));
  }

  /** Takes the whole state; explanations seen earlier in this session stay on the timeline. */
  replaceAll(views) {
    const ids = new Set(views.map((view) => view.id));
    for (const id of this.models.keys()) {
      if (!ids.has(id)) {
        this.models.delete(id);
      }
    }
    for (const view of views) {
      const model = this.#model(view.id);
      model.statistics = view.statistics;
      view.newest.forEach((explanation) => this.#remember(model, explanation));
    }
  }

  takeStatistics(statistics) {
    const model = this.#model(`${statistics.model}@${statistics.modelVersion}`);
    model.statistics = statistics;
    return model;
  }

  takeExplanation(explanation) {
    const model = this.#model(`${explanation.model}@${explanation.modelVersion}`);
    this.#remember(model, explanation);
    return model;
  }

  #model(id) {
    if (!this.models.has(id)) {
      this.models.set(id, { id, statistics: null, explanations: [], newest: [] });
    }
    return this.models.get(id);
  }

  #remember(model, explanation) {
    if (model.explanations.some((known) => known.explanationId === explanation.explanationId)) {
      return;
    }
    model.explanations = [...model.explanations, explanation]
      .sort((a, b) => b.explainedAt.localeCompare(a.explainedAt))
      .slice(0, REMEMBERED);
    model.newest = model.explanations.slice(0, GALLERY);
  }
}
