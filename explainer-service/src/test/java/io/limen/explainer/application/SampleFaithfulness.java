package io.limen.explainer.application;

import io.limen.explainer.domain.faithfulness.joint.Agreement;
import io.limen.explainer.domain.faithfulness.joint.Contrast;
import io.limen.explainer.domain.faithfulness.joint.MapFaithfulness;
import io.limen.explainer.domain.faithfulness.joint.MeanChange;
import java.util.Optional;

/** What a check of a map may have found. */
public final class SampleFaithfulness {

    private SampleFaithfulness() {}

    /** All of it; the strongest blocks came out alike each time. */
    public static MapFaithfulness measured() {
        return new MapFaithfulness(
                64,
                24,
                new Agreement.Measured(0.8125, 0.5, 0.9375, 0.96875),
                true,
                Optional.of(new Contrast(
                        12,
                        8,
                        -40.5,
                        new MeanChange(-31.25, Optional.empty()),
                        new MeanChange(-2.5, Optional.of(new MeanChange.Interval(-4.75, -0.25))),
                        new MeanChange(-28.75, Optional.of(new MeanChange.Interval(-31, -26.5))))));
    }
}
