package io.limen.explainer.domain.strategy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.limen.explainer.domain.image.Block;
import io.limen.explainer.domain.image.BlockGrid;
import io.limen.explainer.domain.image.RegionOfInterest;
import io.limen.explainer.domain.strategy.StrategyFeatures.Shape;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/**
 * The features of a map of 256x256 pixels, blocks of 8, around the region of rows 72 to 103 and columns 88 to 119, against
 * loops over its pixels that use nothing of the product: once on the map that the method's authors published, where it lies
 * beside the repository, and once on one made by a formula.
 */
class PublishedHeatmapTest {

    private static final double TOLERANCE = 1e-9;
    private static final Path PUBLISHED = Path.of("../../shared/data/pdcr-demo/published-heatmap.npy");
    private static final int SIZE = 256;
    private static final BlockGrid GRID = new BlockGrid(SIZE, SIZE, 8);
    private static final RegionOfInterest REGION = new RegionOfInterest(72, 88, 32, 32);

    @Test
    void ofThePublishedMapEveryFeatureIsWhatPlainLoopsFind() throws IOException {
        assumeTrue(Files.exists(PUBLISHED), "skipped: no " + PUBLISHED);
        double[][] pixels = read(PUBLISHED);

        assertSame(pixels);
        StrategyFeatures features = features(pixels);
        // as its authors' figures say
        assertEquals(262 / 1008.0, features.supportingShare());
        assertEquals(242 / 1008.0, features.hinderingShare());
        assertEquals(504 / 1008.0, features.irrelevantShare());
        // computed once in another language
        assertEquals(0.4388812299876304, features.shape().orElseThrow().locality(), TOLERANCE);
        assertEquals(0.5415986017041033, features.shape().orElseThrow().causalRadius(), TOLERANCE);
        assertEquals(0.811632996285454, features.shape().orElseThrow().entropy(), TOLERANCE);
        assertEquals(0.7610759539431562, features.shape().orElseThrow().gini(), TOLERANCE);
    }

    @Test
    void ofAMapMadeByAFormulaEveryFeatureIsWhatPlainLoopsFind() {
        double[][] pixels = new double[SIZE][SIZE];
        for (int y = 0; y < SIZE; y++) {
            for (int x = 0; x < SIZE; x++) {
                int row = y / 8;
                int column = x / 8;
                boolean inside = row >= 9 && row < 13 && column >= 11 && column < 15;
                int residue = (7 * row * row + 11 * column + row * column) % 5;
                pixels[y][x] = inside || residue == 0 ? 0 : 4 * (residue - 2.3) / (1 + Math.abs(row - 11) + column);
            }
        }

        assertSame(pixels);
    }

    private static void assertSame(double[][] pixels) {
        StrategyFeatures features = features(pixels);
        Shape shape = features.shape().orElseThrow();
        PlainLoops plain = new PlainLoops(pixels);
        assertEquals(plain.supporting, features.supportingShare(), TOLERANCE);
        assertEquals(plain.hindering, features.hinderingShare(), TOLERANCE);
        assertEquals(plain.irrelevant, features.irrelevantShare(), TOLERANCE);
        assertEquals(plain.locality, shape.locality(), TOLERANCE);
        assertEquals(plain.causalRadius, shape.causalRadius(), TOLERANCE);
        assertEquals(plain.entropy, shape.entropy(), TOLERANCE);
        assertEquals(plain.gini, shape.gini(), TOLERANCE);
    }

    private static StrategyFeatures features(double[][] pixels) {
        double[] ate = GRID.treated(REGION).stream()
                .mapToDouble((Block block) -> pixels[block.y()][block.x()])
                .toArray();
        boolean[] significant = new boolean[ate.length];
        for (int i = 0; i < ate.length; i++) {
            significant[i] = ate[i] != 0;
        }
        return new StrategyAnalysis(GRID, REGION, 1)
                .features(new MeasuredEffects(ate, new double[ate.length], significant, 0.02), true, true);
    }

    /** Version 1 of NumPy's format: little-endian float32, [256, 256], row-major, behind a header of text. */
    private static double[][] read(Path file) throws IOException {
        ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(file)).order(ByteOrder.LITTLE_ENDIAN);
        int header = bytes.getShort(8);
        String description = new String(bytes.array(), 10, header, StandardCharsets.US_ASCII);
        assertEquals(
                "{'descr':'<f4','fortran_order':False,'shape':(256,256),}",
                description.strip().replace(" ", ""));
        bytes.position(10 + header);
        double[][] pixels = new double[SIZE][SIZE];
        for (int i = 0; i < SIZE * SIZE; i++) {
            pixels[i / SIZE][i % SIZE] = bytes.getFloat();
        }
        return pixels;
    }

    /** Sums over all pixels outside the region; each block has 64 of them with one value, so sums are divided by 64. */
    private static final class PlainLoops {
        private double supporting;
        private double hindering;
        private double irrelevant;
        private double locality;
        private double causalRadius;
        private double entropy;
        private double gini;

        PlainLoops(double[][] pixels) {
            double total = 0;
            double radii = 0;
            double blocks = 32 * 32 - 4 * 4;
            for (int y = 0; y < 256; y++) {
                for (int x = 0; x < 256; x++) {
                    if (!inRegion(y, x)) {
                        total += Math.abs(pixels[y][x]) / 64;
                        radii += radius(y, x) / 64;
                    }
                }
            }
            for (int y = 0; y < 256; y++) {
                for (int x = 0; x < 256; x++) {
                    if (!inRegion(y, x)) {
                        double value = pixels[y][x];
                        double share = Math.abs(value) / total;
                        supporting += value < 0 ? 1 / blocks / 64 : 0;
                        hindering += value > 0 ? 1 / blocks / 64 : 0;
                        irrelevant += value == 0 ? 1 / blocks / 64 : 0;
                        locality += radius(y, x) <= 1 ? share / 64 : 0;
                        causalRadius += share * radius(y, x) / (radii / blocks) / 64;
                        entropy -= share == 0 ? 0 : share * Math.log(share) / Math.log(blocks) / 64;
                    }
                }
            }
            // mean difference of all pairs of blocks, each by its first pixel, over twice the mean
            for (int one = 0; one < 1024; one++) {
                for (int other = 0; other < 1024; other++) {
                    int y = one / 32 * 8;
                    int x = one % 32 * 8;
                    int otherY = other / 32 * 8;
                    int otherX = other % 32 * 8;
                    if (!inRegion(y, x) && !inRegion(otherY, otherX)) {
                        gini += Math.abs(Math.abs(pixels[y][x]) - Math.abs(pixels[otherY][otherX]))
                                / (2 * blocks * total);
                    }
                }
            }
        }

        private static boolean inRegion(int y, int x) {
            return y >= 72 && y <= 103 && x >= 88 && x <= 119;
        }

        /** From the middle of the pixel's block to the region's edge, in sides of the region. */
        private static double radius(int y, int x) {
            double middleY = y / 8 * 8 + 4;
            double middleX = x / 8 * 8 + 4;
            double dy = middleY < 72 ? 72 - middleY : middleY > 104 ? middleY - 104 : 0;
            double dx = middleX < 88 ? 88 - middleX : middleX > 120 ? middleX - 120 : 0;
            return Math.sqrt(dy * dy + dx * dx) / 32;
        }
    }
}
