package io.limen.explainer.application.evaluate;

import io.limen.explainer.domain.image.BlockGrid;
import io.limen.explainer.domain.image.Window;
import java.util.List;
import java.util.Optional;

/** What was found of one model on one case. */
public sealed interface CaseEvaluation {

    /** The model's name and version. */
    String model();

    /** The case's name. */
    String caseName();

    /**
     * It was evaluated.
     *
     * @param region bounds of the region explained, pixels of the model's input
     * @param grid the tiling of the model's input
     * @param treated indices of the treated blocks in the grid, row-major, ascending
     * @param imageDice 100 x Dice of the model's mask of the whole image and the ground truth; empty without one
     * @param baselineDice 100 x Dice of the region
     * @param perception how the model perceived it, by the oracle's explanation, the most precise; empty when that failed
     * @param methods in the order of the catalogue, the oracle last
     */
    record Evaluated(
            String model,
            String caseName,
            Window region,
            BlockGrid grid,
            List<Integer> treated,
            Optional<Double> imageDice,
            double baselineDice,
            Optional<Perception> perception,
            List<MethodScores> methods)
            implements CaseEvaluation {

        public Evaluated {
            treated = List.copyOf(treated);
            methods = List.copyOf(methods);
        }
    }

    /**
     * There is nothing to evaluate.
     *
     * @param reason in one line
     */
    record NotEvaluated(String model, String caseName, String reason) implements CaseEvaluation {}
}
