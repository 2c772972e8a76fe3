package io.limen.aggregator.domain.statistics;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class NetworkStatisticsPropertiesTest {

    private static final double TOLERANCE = 1e-8;

    @Property
    void mergeEqualsOnePass(
            @ForAll @IntRange(max = 60) int explanations, @ForAll @IntRange(max = 60) int cut, @ForAll long seed) {
        List<ComponentFindings> all = findings(explanations, new Random(seed));
        int parting = Math.min(cut, explanations);

        NetworkStatistics merged = onePass(all.subList(0, parting)).merge(onePass(all.subList(parting, explanations)));

        assertClose(onePass(all), merged);
    }

    @Property
    void mergeIsAssociative(@ForAll @IntRange(min = 3, max = 60) int explanations, @ForAll long seed) {
        List<ComponentFindings> all = findings(explanations, new Random(seed));
        NetworkStatistics a = onePass(all.subList(0, explanations / 3));
        NetworkStatistics b = onePass(all.subList(explanations / 3, explanations / 2));
        NetworkStatistics c = onePass(all.subList(explanations / 2, explanations));

        assertClose(a.merge(b).merge(c), a.merge(b.merge(c)));
    }

    @Property
    void meansAreThoseOfTheTextbook(@ForAll @IntRange(min = 1, max = 60) int explanations, @ForAll long seed) {
        List<ComponentFindings> all = findings(explanations, new Random(seed));

        onePass(all).components().forEach((key, statistics) -> {
            List<ComponentEffect> own = all.stream()
                    .flatMap(one -> one.effects().stream())
                    .filter(effect -> effect.key().equals(key))
                    .toList();
            assertEquals(own.size(), statistics.effect().count());
            assertEquals(
                    own.stream().mapToDouble(ComponentEffect::ate).average().orElseThrow(),
                    statistics.effect().mean(),
                    TOLERANCE);
            assertEquals(
                    own.stream()
                            .mapToDouble(ComponentEffect::standardError)
                            .average()
                            .orElseThrow(),
                    statistics.meanStandardError(),
                    TOLERANCE);
            assertEquals(own.get(own.size() - 1).shape(), statistics.shape());
        });
    }

    /** Explanations of one network, some with parts missing, some that could not look inside. */
    private static List<ComponentFindings> findings(int explanations, Random random) {
        List<ComponentFindings> all = new ArrayList<>();
        for (int i = 0; i < explanations; i++) {
            List<ComponentEffect> effects = new ArrayList<>();
            for (int component = 0; component < 5; component++) {
                if (random.nextInt(4) > 0) {
                    effects.add(new ComponentEffect(
                            new ComponentKey("enc" + component, random.nextBoolean() ? "resample" : "zero"),
                            new ComponentShape("Conv2d", 8, 16 + i, 16),
                            200 * random.nextDouble() - 100,
                            random.nextDouble()));
                }
            }
            all.add(
                    random.nextInt(5) == 0
                            ? new ComponentFindings(List.of(), Optional.of("reason " + i))
                            : new ComponentFindings(effects, Optional.empty()));
        }
        return all;
    }

    private static NetworkStatistics onePass(List<ComponentFindings> all) {
        NetworkStatistics statistics = NetworkStatistics.EMPTY;
        for (ComponentFindings one : all) {
            statistics = statistics.add(one, 100);
        }
        return statistics;
    }

    private static void assertClose(NetworkStatistics expected, NetworkStatistics actual) {
        assertEquals(expected.components().keySet(), actual.components().keySet());
        assertEquals(expected.unavailable(), actual.unavailable());
        assertEquals(expected.reason(), actual.reason());
        expected.components().forEach((key, statistics) -> {
            ComponentStatistics other = actual.components().get(key);
            assertEquals(statistics.shape(), other.shape());
            assertEquals(statistics.effect().count(), other.effect().count());
            assertEquals(statistics.effect().mean(), other.effect().mean(), TOLERANCE);
            assertEquals(statistics.effect().m2(), other.effect().m2(), 1e-6);
            assertEquals(statistics.effect().min(), other.effect().min());
            assertEquals(statistics.effect().max(), other.effect().max());
            assertEquals(statistics.meanStandardError(), other.meanStandardError(), TOLERANCE);
        });
    }
}
