package io.limen.aggregator.rehearsal;

import io.limen.schemas.Attribution;
import io.limen.schemas.Faithfulness;
import io.limen.schemas.FaithfulnessContrast;
import io.limen.schemas.MeanChange;
import java.util.Objects;

/** What a check of a made-up map would have found: the strongest blocks do together nearly what they do alone. */
final class SampleFaithfulness {

    private static final int STRONGEST = 12;
    private static final double KEPT = 0.8;

    private SampleFaithfulness() {}

    static Faithfulness of(Attribution attribution) {
        double foretold = attribution.getEffects().stream()
                .filter(Objects::nonNull)
                .sorted()
                .limit(STRONGEST)
                .mapToDouble(Double::doubleValue)
                .sum();
        double change = Math.max(-90, KEPT * foretold);
        return Faithfulness.newBuilder()
                .setForwards(64)
                .setSets(24)
                .setCorrelation(0.74)
                .setCorrelationLower(0.46)
                .setCorrelationUpper(0.89)
                .setCeiling(0.93)
                .setContrast(new FaithfulnessContrast(
                        STRONGEST,
                        8,
                        Math.max(-100, foretold),
                        new MeanChange(change, change - 4, change + 4),
                        new MeanChange(-1.0, -1.8, -0.2),
                        new MeanChange(change + 1, change - 3.1, change + 5.1)))
                .build();
    }
}
