package io.limen.aggregator.adapter.topology;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.limen.aggregator.rehearsal.SampleAttributions;
import io.limen.schemas.Attribution;
import io.limen.schemas.ReferenceMode;
import java.time.Instant;
import java.util.Random;
import org.junit.jupiter.api.Test;

class AttributionMapperTest {

    private final Attribution attribution = new SampleAttributions("unet", "1", "clinic", 0.5)
            .next(new Random(5), ReferenceMode.GROUND_TRUTH, Instant.parse("2026-03-01T12:00:00Z"));

    @Test
    void aModelThatIsNoNameIsNamedByItsFieldAndNotRepeated() {
        attribution.setModel("unet@\nERROR all is lost");

        assertEquals(
                new Reading.Rejected("model or modelVersion is empty, or model holds an @"),
                AttributionMapper.read("unet@1", attribution));
    }
}
