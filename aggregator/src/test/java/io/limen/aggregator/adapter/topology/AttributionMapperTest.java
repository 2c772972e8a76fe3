package io.limen.aggregator.adapter.topology;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import io.limen.aggregator.domain.statistics.Explanation;
import io.limen.aggregator.domain.statistics.MonteCarloNoise;
import io.limen.aggregator.domain.strategy.Feature;
import io.limen.aggregator.rehearsal.SampleAttributions;
import io.limen.schemas.Attribution;
import io.limen.schemas.ReferenceMode;
import io.limen.schemas.StrategyFeatures;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

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

    @Test
    void everyNumberOfTheStrategyIsAFeatureButItsNoise() {
        Set<String> numbers = StrategyFeatures.getClassSchema().getFields().stream()
                .filter(field -> isNumber(field.schema()))
                .map(Schema.Field::name)
                .collect(Collectors.toCollection(TreeSet::new));
        numbers.remove("profileNoise");

        assertEquals(
                numbers,
                Arrays.stream(Feature.values())
                        .filter(feature -> feature.source() == Feature.Source.MAP)
                        .map(Feature::fieldName)
                        .collect(Collectors.toCollection(TreeSet::new)));
    }

    @Test
    void traitsErrorsAndTheStudyAreRead() {
        attribution.setStudyId("study-7");
        attribution.setInputTraits(Map.of("brightness", 0.25));
        attribution.setOutputTraits(Map.of("certainty", 0.75));
        attribution.getStrategy().setStandardErrors(Map.of("gini", 0.02));
        attribution.getStrategy().setProfileNoise(0.01);

        Explanation explanation = read();

        assertEquals(Optional.of("study-7"), explanation.studyId());
        assertEquals(0.25, explanation.features().get("brightness"));
        assertEquals(0.75, explanation.features().get("certainty"));
        assertEquals(new MonteCarloNoise(Map.of("gini", 0.02), OptionalDouble.of(0.01)), explanation.noise());
    }

    @Test
    void namesThatNobodyKnowsAreLeftOut() {
        int known = read().features().size();
        attribution.setInputTraits(Map.of("made up", 1.0, "certainty", 1.0));
        attribution.setOutputTraits(Map.of("brightness", 1.0));
        attribution.getStrategy().setStandardErrors(Map.of("made up", 1.0));

        assertEquals(known, read().features().size());
        assertEquals(MonteCarloNoise.UNKNOWN, read().noise());
    }

    @Test
    void aCaseWithoutAStudyIsReadWithoutOne() {
        attribution.setStudyId("");

        assertEquals(Optional.empty(), read().studyId());
    }

    static Stream<Consumer<Attribution>> unfit() {
        return Stream.of(
                attribution -> attribution.setInputTraits(Map.of("brightness", Double.NaN)),
                attribution -> attribution.setOutputTraits(Map.of("certainty", Double.POSITIVE_INFINITY)),
                attribution -> attribution.getStrategy().setStandardErrors(Map.of("gini", -1.0)),
                attribution -> attribution.getStrategy().setStandardErrors(Map.of("gini", Double.NaN)),
                attribution -> attribution.getStrategy().setProfileNoise(-0.1),
                attribution -> attribution.getStrategy().setProfileNoise(Double.NaN),
                attribution -> attribution.setStudyId("x".repeat(1000)),
                attribution -> attribution.setSegmentedAt(Instant.ofEpochMilli(-1)),
                attribution -> attribution.setSegmentedAt(Instant.ofEpochMilli(Long.MIN_VALUE)),
                attribution -> attribution.setSegmentedAt(Instant.parse("+10000-01-01T00:00:00Z")));
    }

    @ParameterizedTest
    @MethodSource("unfit")
    void whatIsNoTraitNoErrorOrNoStudyIsRejected(Consumer<Attribution> change) {
        change.accept(attribution);

        assertInstanceOf(Reading.Rejected.class, AttributionMapper.read("unet@1", attribution));
    }

    private Explanation read() {
        return assertInstanceOf(Reading.Readable.class, AttributionMapper.read("unet@1", attribution))
                .explanation();
    }

    private static boolean isNumber(Schema schema) {
        return schema.getType() == Schema.Type.UNION
                ? schema.getTypes().stream().anyMatch(AttributionMapperTest::isNumber)
                : schema.getType() == Schema.Type.DOUBLE;
    }
}
