package io.limen.explainer.adapter.kafka;

import io.limen.explainer.domain.faithfulness.joint.Agreement;
import io.limen.explainer.domain.faithfulness.joint.Contrast;
import io.limen.explainer.domain.faithfulness.joint.MapFaithfulness;
import io.limen.schemas.Faithfulness;
import io.limen.schemas.FaithfulnessContrast;
import io.limen.schemas.MeanChange;

/** How far a map can be trusted, to the fields of the record. */
final class FaithfulnessMapper {

    private FaithfulnessMapper() {}

    static Faithfulness map(MapFaithfulness found) {
        Faithfulness.Builder target = Faithfulness.newBuilder()
                .setForwards(found.forwards())
                .setSets(found.sets())
                .setBudgetExhausted(found.budgetExhausted())
                .setContrast(found.contrast().map(FaithfulnessMapper::contrast).orElse(null));
        if (found.agreement() instanceof Agreement.Measured measured) {
            target.setCorrelation(measured.correlation())
                    .setCorrelationLower(measured.low())
                    .setCorrelationUpper(measured.high())
                    .setCeiling(measured.ceiling());
        } else {
            target.setUndefined(
                    ((Agreement.Undefined) found.agreement()).reason().name());
        }
        return target.build();
    }

    private static FaithfulnessContrast contrast(Contrast found) {
        return new FaithfulnessContrast(
                found.blocks(),
                found.draws(),
                found.foretold(),
                change(found.strongest()),
                change(found.others()),
                change(found.difference()));
    }

    private static MeanChange change(io.limen.explainer.domain.faithfulness.joint.MeanChange found) {
        return new MeanChange(
                found.points(),
                found.interval().map(ends -> ends.low()).orElse(null),
                found.interval().map(ends -> ends.high()).orElse(null));
    }
}
