package io.limen.explainer.application.evaluate.summary;

import io.limen.explainer.application.evaluate.CaseEvaluation;
import io.limen.explainer.domain.faithfulness.Metric;
import java.util.List;

/**
 * What an evaluation says.
 *
 * @param scope what was looked at
 * @param faithfulness of the methods' maps
 * @param models how each perceives
 * @param fleet how differently they perceive
 * @param associations of features of maps and traits of cases
 * @param failures what did not work
 */
public record EvaluationSummary(
        Scope scope,
        Faithfulness faithfulness,
        List<ModelPerception> models,
        FleetPerception fleet,
        List<TraitAssociation> associations,
        List<Failure> failures) {

    public EvaluationSummary {
        models = List.copyOf(models);
        associations = List.copyOf(associations);
        failures = List.copyOf(failures);
    }

    /**
     * What was looked at.
     *
     * @param models in their order
     * @param cases that were evaluated of a model at least
     * @param methods in the order in which tables show them
     * @param metrics that have a value
     * @param pairs of model and case that were evaluated
     * @param notEvaluated pairs that were not
     */
    public record Scope(
            List<String> models,
            List<String> cases,
            List<String> methods,
            List<Metric> metrics,
            int pairs,
            int notEvaluated) {

        public Scope {
            models = List.copyOf(models);
            cases = List.copyOf(cases);
            methods = List.copyOf(methods);
            metrics = List.copyOf(metrics);
        }
    }

    /**
     * Of all evaluations.
     *
     * @param seed of resamples and permutations: the same evaluations and seed give the same summary
     */
    public static EvaluationSummary of(List<CaseEvaluation> evaluations, long seed) {
        EvaluatedPairs pairs = new EvaluatedPairs(evaluations);
        PerceptionSummary perception = new PerceptionSummary(pairs, seed);
        return new EvaluationSummary(
                new Scope(
                        pairs.models(),
                        pairs.cases(),
                        pairs.methods(),
                        pairs.metrics(),
                        pairs.size(),
                        evaluations.size() - pairs.size()),
                new FaithfulnessSummary(pairs, seed).faithfulness(),
                perception.perModel(),
                perception.fleet(),
                new TraitAssociations(pairs, seed).all(),
                Failures.of(evaluations));
    }
}
