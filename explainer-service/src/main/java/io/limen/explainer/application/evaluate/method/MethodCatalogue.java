package io.limen.explainer.application.evaluate.method;

import io.limen.explainer.application.ExplainCase;
import io.limen.explainer.domain.intervention.DrawSchedule.Adaptive;
import io.limen.explainer.domain.intervention.DrawSchedule.Published;
import java.util.List;

/** The methods there are. */
public final class MethodCatalogue {

    private static final int RISE_MASKS = 4000;

    private MethodCatalogue() {}

    /** All of them, in the order in which tables show them. @param explain makes the causal maps */
    public static List<AttributionMethod> all(ExplainCase explain) {
        return List.of(
                adaptive(explain),
                new CausalMethod(explain, Published.asPublished()),
                new FirstOrderEffects(),
                new ZeroOcclusion(),
                new Rise(RISE_MASKS),
                new SegGradCam(),
                SmoothGrad.PUBLISHED,
                Misure.USUAL,
                new RandomRanking());
    }

    /** Our own method with its defaults. */
    public static AttributionMethod adaptive(ExplainCase explain) {
        return new CausalMethod(explain, Adaptive.asPreciseAsPublished());
    }
}
