package io.limen.explainer.domain.oracle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.limen.explainer.domain.oracle.StratifiedSample.Stratum;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StratifiedSampleTest {

    @Test
    void strataDoubleAndTheLastTakesTheRest() {
        StratifiedSample sample = StratifiedSample.draw(falling(1008), 48, new Random(1));

        assertEquals(
                List.of(8, 16, 32, 64, 128, 760),
                sample.strata().stream().map(Stratum::size).toList());
        assertEquals(
                List.of(8, 8, 8, 8, 8, 8),
                sample.strata().stream()
                        .map(stratum -> stratum.sampled().size())
                        .toList());
        assertEquals(1008, sample.blocks());
    }

    @Test
    void largestOfTheFirstLookAreAllSampled() {
        double[] sizes = falling(240);
        sizes[200] = 5000;

        List<Integer> first =
                StratifiedSample.draw(sizes, 48, new Random(1)).strata().get(0).sampled();

        assertEquals(Set.of(200, 0, 1, 2, 3, 4, 5, 6), new HashSet<>(first));
    }

    @Test
    void eachStratumHoldsItsOwnRanks() {
        StratifiedSample sample = StratifiedSample.draw(falling(240), 48, new Random(3));

        assertTrue(sample.strata().get(1).sampled().stream().allMatch(block -> block >= 8 && block < 24));
        assertTrue(sample.strata().get(4).sampled().stream().allMatch(block -> block >= 120));
    }

    @ParameterizedTest
    @CsvSource({"1, 1", "1, 48", "5, 1", "5, 4", "7, 7", "23, 48", "240, 48", "240, 239", "1008, 3", "4000, 600"})
    void noBlockIsSampledTwiceAndNoneIsForgotten(int blocks, int wanted) {
        StratifiedSample sample = StratifiedSample.draw(falling(blocks), wanted, new Random(5));

        assertEquals(blocks, sample.blocks());
        assertEquals(sample.sampled().size(), new HashSet<>(sample.sampled()).size());
        assertTrue(sample.sampled().size() <= wanted, sample.sampled().size() + " sampled");
        assertEquals(
                blocks,
                sample.strata().stream()
                        .mapToDouble(
                                stratum -> stratum.weight() * stratum.sampled().size())
                        .sum(),
                1e-9);
    }

    @Test
    void mapNoLargerThanTheSampleIsTakenWhole() {
        StratifiedSample sample = StratifiedSample.draw(falling(23), 48, new Random(5));

        assertEquals(23, sample.sampled().size());
        assertEquals(1, sample.strata().size());
    }

    @Test
    void otherSeedsDrawOthers() {
        List<Integer> one =
                StratifiedSample.draw(falling(1008), 48, new Random(1)).sampled();
        List<Integer> other =
                StratifiedSample.draw(falling(1008), 48, new Random(2)).sampled();

        assertEquals(new HashSet<>(one.subList(0, 8)), new HashSet<>(other.subList(0, 8)));
        assertTrue(!new HashSet<>(one).equals(new HashSet<>(other)));
    }

    @Test
    void emptyMapsAndSamplesAreRefused() {
        assertThrows(IllegalArgumentException.class, () -> StratifiedSample.draw(new double[0], 48, new Random(1)));
        assertThrows(IllegalArgumentException.class, () -> StratifiedSample.draw(falling(5), 0, new Random(1)));
    }

    private static double[] falling(int blocks) {
        return IntStream.range(0, blocks).mapToDouble(block -> blocks - block).toArray();
    }
}
