package io.limen.explainer.domain.comparison;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RankAssociationTest {

    private final RankAssociation association = RankAssociation.ofTable(3, 20);

    /** Of the 120 arrangements of five values, two are as far from none: up and down. The standard error is 0.0013. */
    @Test
    void fiveCasesInOrderHaveThePValueOfTwoArrangements() {
        RankAssociation.Found found = association.of(new double[] {1, 2, 3, 4, 5}, new double[] {2, 3, 5, 7, 11});

        assertEquals(1, found.correlation().known().orElseThrow(), 1e-12);
        assertEquals(2 / 120.0, found.pValue().orElseThrow(), 0.008);
    }

    @Test
    void whatNeverChangesGoesWithNothing() {
        RankAssociation.Found found = association.of(new double[] {1, 2, 3, 4}, new double[] {5, 5, 5, 5});

        assertInstanceOf(Estimate.Unknown.class, found.correlation());
        assertTrue(found.pValue().isEmpty());
    }

    @Test
    void twoCasesAreTooFew() {
        assertEquals(
                new Estimate.Unknown(2),
                association.of(new double[] {1, 2}, new double[] {2, 1}).correlation());
    }

    @Test
    void aStrongAssociationSurvivesALargeTable() {
        Random random = new Random(1);
        double[] a = random.doubles(40).toArray();
        double[] b = IntStream.range(0, 40)
                .mapToDouble(i -> a[i] + 0.2 * random.nextDouble())
                .toArray();

        RankAssociation.Found found = RankAssociation.ofTable(3, 800).of(a, b);

        assertTrue(800 * found.pValue().orElseThrow() <= 0.05);
        Estimate.WithInterval interval = (Estimate.WithInterval) found.correlation();
        assertTrue(interval.low() > 0.6 && interval.high() < 1, interval::toString);
    }

    /** Expected 10 of 200; 24 seeds gave 6 to 17. */
    @Test
    void quantitiesThatHaveNothingToDoWithEachOtherAreJoinedNoMoreOftenThanPromised() {
        Random random = new Random(8);
        int joined = 0;
        for (int repetition = 0; repetition < 200; repetition++) {
            double p = new RankAssociation(repetition, 499)
                    .of(random.doubles(12).toArray(), random.doubles(12).toArray())
                    .pValue()
                    .orElseThrow();
            joined += p <= 0.05 ? 1 : 0;
        }

        assertTrue(joined < 30, joined + " of 200");
    }
}
