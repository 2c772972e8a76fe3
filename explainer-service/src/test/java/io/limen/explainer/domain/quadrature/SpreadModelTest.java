package io.limen.explainer.domain.quadrature;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.limen.explainer.domain.image.Block;
import io.limen.explainer.domain.image.BlockGrid;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SpreadModelTest {

    private static final BlockGrid GRID = new BlockGrid(80, 80, 8);
    private static final List<Block> BLOCKS =
            IntStream.range(0, 100).mapToObj(GRID::block).toList();

    @Test
    void whereAllBlocksSpreadAlikeEveryoneGetsThatSpread() {
        for (Spread spread : spreads(found(4, 1), new double[100])) {
            assertEquals(4, spread.variance(), 1e-9);
            assertEquals(5, spread.degreesOfFreedom(), 1e-9);
        }
    }

    @Test
    void aBlockWhoseDrawsWereAllZeroIsNotCertainAmongOthersThatMove() {
        BankAverage[] averages = found(4, 1);
        averages[44] = average(0, 1);

        Spread spread = spreads(averages, new double[100])[44];

        // four of five degrees of freedom are its neighbours'
        assertEquals(3.2, spread.variance(), 0.01);
    }

    @Test
    void manyDrawsOfItsOwnSpeakForABlock() {
        BankAverage[] averages = found(4, 1);
        averages[44] = average(1 * 400, 400);

        assertEquals(1, spreads(averages, new double[100])[44].variance(), 0.05);
    }

    @Test
    void theNearTellMoreThanTheFar() {
        BankAverage[] averages = found(1, 1);
        for (int row = 0; row < 10; row++) {
            averages[row * 10] = average(100, 1);
        }

        Spread[] spreads = spreads(averages, new double[100]);

        assertTrue(spreads[51].variance() > 2 * spreads[52].variance());
        assertTrue(spreads[52].variance() > spreads[54].variance());
        assertEquals(spreads[54].variance(), spreads[56].variance(), 1e-9);
    }

    @Test
    void whereTheSurrogateExpectsAWideSpreadItIsWide() {
        double[] expected = new double[100];
        Arrays.fill(expected, 1);
        expected[44] = 3;

        Spread[] spreads = spreads(found(4, 1), expected);

        assertTrue(spreads[44].variance() > 5 * spreads[0].variance());
    }

    @Test
    void withoutSecondDrawsNothingIsKnown() {
        for (Spread spread : spreads(found(0, 0), new double[100])) {
            assertEquals(new Spread(0, 4), spread);
        }
    }

    @Test
    void aSpreadOfTooFewDegreesOfFreedomIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> new Spread(1, 2));
        assertThrows(IllegalArgumentException.class, () -> new Spread(-1, 4));
        assertThrows(IllegalArgumentException.class, () -> new Spread(Double.NaN, 4));
    }

    private static Spread[] spreads(BankAverage[] averages, double[] expected) {
        return new SpreadModel(GRID, BLOCKS).spreads(averages, expected);
    }

    private static BankAverage[] found(double variance, double degrees) {
        BankAverage[] averages = new BankAverage[100];
        Arrays.fill(averages, average(variance * degrees, degrees));
        return averages;
    }

    private static BankAverage average(double squares, double degrees) {
        return new BankAverage(0, 0, 0.1, new BankAverage.Found(squares, degrees));
    }
}
