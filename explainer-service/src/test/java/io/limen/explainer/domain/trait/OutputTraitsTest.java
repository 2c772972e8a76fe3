package io.limen.explainer.domain.trait;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.limen.explainer.domain.image.PaintedMask;
import io.limen.explainer.domain.image.ProbabilityMap;
import io.limen.explainer.domain.image.RegionOfInterest;
import io.limen.explainer.domain.image.Window;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class OutputTraitsTest {

    private static final double TOLERANCE = 1e-6;

    private static final ProbabilityMap OUTPUT = new ProbabilityMap(2, 4, new float[] {
        0.9f, 0.6f, 0.2f, 0.5f,
        1.0f, 0.1f, 0.3f, 0.0f
    });

    @Test
    void certaintyLooksAtWhatIsSegmentedAndAtTheRegion() {
        OutputTraits traits = OutputTraits.of(OUTPUT, OUTPUT.threshold(0.5), new RegionOfInterest(0, 1, 2, 2));

        assertEquals(3.0 / 8, traits.segmentedShare());
        // segmented: 0.9, 0.6, 1.0; of the region besides: 0.2, 0.1, 0.3
        assertEquals((0.8 + 0.2 + 1.0 + 0.6 + 0.8 + 0.4) / 6, traits.certainty(), TOLERANCE);
    }

    @Test
    void ofARegionOfPixelsOnlyThosePixelsCount() {
        RegionOfInterest diagonal =
                new RegionOfInterest(new Window(0, 2, 2, 2), Optional.of(PaintedMask.of("#.", ".#")));

        OutputTraits traits = OutputTraits.of(OUTPUT, OUTPUT.threshold(0.99), diagonal);

        assertEquals(1.0 / 8, traits.segmentedShare());
        assertEquals((1.0 + 0.6 + 1.0) / 3, traits.certainty(), TOLERANCE);
    }

    @Test
    void anAnswerThatSegmentsNothingIsLookedAtInTheRegion() {
        ProbabilityMap undecided = new ProbabilityMap(1, 2, new float[] {0.5f, 0.5f});

        OutputTraits traits = OutputTraits.of(undecided, undecided.threshold(0.5), new RegionOfInterest(0, 0, 1, 1));

        assertEquals(new OutputTraits(0, 0), traits);
    }
}
