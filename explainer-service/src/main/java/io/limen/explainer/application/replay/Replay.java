package io.limen.explainer.application.replay;

import io.limen.explainer.application.Engine;
import io.limen.explainer.application.ExplainedCase;
import io.limen.explainer.domain.replay.ReplayComparison;
import java.util.ArrayList;
import java.util.List;

/**
 * What came of computing an explanation again.
 *
 * @param recorded as it was published
 * @param recomputed as it came out now
 * @param comparison of the two
 * @param engine what computed it now
 */
public record Replay(
        RecordedExplanation recorded, ExplainedCase recomputed, ReplayComparison comparison, Engine engine) {

    /** What was not the same this time and may be why numbers differ, one line each; empty when nothing is known of. */
    public List<String> circumstances() {
        List<String> lines = new ArrayList<>();
        if (recorded.computation().isEmpty()) {
            lines.add("the attribution does not say what computed it (schema before version 7)");
        } else {
            Engine then = recorded.computation().get().engine();
            tell(lines, "Limen", then.limenVersion(), engine.limenVersion());
            tell(lines, "library", then.library(), engine.library());
            tell(lines, "device", then.device(), engine.device());
            tell(lines, "threads", String.valueOf(then.threads()), String.valueOf(engine.threads()));
            tell(lines, "processor", then.processor(), engine.processor());
        }
        if (comparison.isRounding()) {
            lines.add("rounding: the same draws were made and the same blocks found significant");
        }
        if (!recomputed.explanation().id().equals(recorded.id())) {
            lines.add("model, images, donors and description are those that were recorded, and their explanation has"
                    + " another id: the record is not as it was published");
        }
        if (recorded.budgetExhausted()) {
            lines.add("the budget ended before the schedule did: where the clock ended it, it can't be repeated");
        }
        return lines;
    }

    private static void tell(List<String> lines, String what, String then, String now) {
        if (!then.equals(now)) {
            lines.add(what + ": " + then + " then, " + now + " now");
        }
    }
}
