package io.limen.explainer.application.evaluate;

import java.util.Optional;

/**
 * Port: what was found so far, so that an evaluation that was stopped goes on where it was. What was found with other settings, models
 * or methods is not found. Used by several threads at a time.
 */
public interface EvaluationJournal {

    /**
     * What was found of a model on a case.
     *
     * @param fingerprint of what the case consists of, see {@link Dataset#fingerprint}
     */
    Optional<CaseEvaluation> find(String model, String caseName, String fingerprint);

    /** Keeps it. */
    void save(CaseEvaluation found, String fingerprint);
}
