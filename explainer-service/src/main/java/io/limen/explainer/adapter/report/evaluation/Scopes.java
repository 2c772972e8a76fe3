package io.limen.explainer.adapter.report.evaluation;

import io.limen.explainer.application.evaluate.summary.EvaluationSummary.Scope;

/** Counts in words. */
final class Scopes {

    private Scopes() {}

    static String cases(int count) {
        return counted(count, "case");
    }

    static String pairs(Scope scope) {
        return counted(scope.pairs(), "pair") + " of model and case";
    }

    /** A regular noun with its number. */
    static String counted(int count, String noun) {
        return count + " " + noun + (count == 1 ? "" : "s");
    }
}
