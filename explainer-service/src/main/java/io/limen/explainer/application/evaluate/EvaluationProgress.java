package io.limen.explainer.application.evaluate;

/** Port: whoever wants to know how far an evaluation is. Called by several threads. */
public interface EvaluationProgress {

    /**
     * @param known pairs of model and case that an earlier run has found
     * @param all pairs there are
     */
    void begins(int known, int all);

    /** One more pair is done. */
    void done(CaseEvaluation found);
}
