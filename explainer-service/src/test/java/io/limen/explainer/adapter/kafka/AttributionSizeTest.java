package io.limen.explainer.adapter.kafka;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.limen.explainer.domain.capacity.MapShape;
import io.limen.explainer.domain.capacity.RecordSizes;
import io.limen.schemas.Attribution;
import io.limen.schemas.SingleObjectSerde;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the plan of a capacity takes for the size of an explanation is what one has, its overlay apart: pictures were measured. */
class AttributionSizeTest {

    @ParameterizedTest
    @ValueSource(ints = {64, 128, 256, 512})
    void anExplanationIsAsLargeAsThePlanTakesIt(int side) {
        MapShape map = new MapShape(side, side, 8);

        int encoded = SingleObjectSerde.attribution().encode(explanation(map)).length;

        assertEquals(encoded, RecordSizes.withoutOverlay(map), 0.1 * encoded);
    }

    private static Attribution explanation(MapShape map) {
        Attribution full = AttributionMapper.map(SampleAttribution.full(), Optional.of(SampleAttribution.ENGINE));
        Random random = new Random(map.blocks());
        full.setEffects(blocks(map, block -> random.nextGaussian()));
        full.setStandardErrors(blocks(map, block -> random.nextDouble()));
        full.setAreaEffects(blocks(map, block -> random.nextGaussian()));
        full.setDraws(blocks(map, block -> 1 + random.nextInt(60)));
        full.setSignificant(blocks(map, block -> random.nextBoolean()));
        full.setScreenedOut(blocks(map, block -> random.nextBoolean()));
        full.setUnreachable(blocks(map, block -> false));
        full.setComponents(List.of());
        full.setOverlay(ByteBuffer.allocate(0));
        return full;
    }

    private static <T> List<T> blocks(MapShape map, IntFunction<T> value) {
        return IntStream.range(0, Math.toIntExact(map.blocks())).mapToObj(value).toList();
    }
}
