package io.limen.explainer.application;

import io.limen.explainer.domain.attribution.Budget;
import io.limen.explainer.domain.attribution.Explanation;
import io.limen.explainer.domain.attribution.ExplanationSettings;
import io.limen.explainer.domain.image.Image;
import io.limen.explainer.domain.image.Mask;
import io.limen.explainer.domain.image.RegionOfInterest;
import io.limen.explainer.domain.intervention.DrawSchedule;
import io.limen.explainer.domain.intervention.PatchBank;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

/**
 * The setting of the tests: a gray image of 48x48 pixels, blocks of 8, a region of 16x16 in the middle, 32 treated blocks,
 * and a bank of twenty patches, each of one gray value.
 */
final class Scene {

    static final int SIZE = 48;
    static final int BLOCK = 8;
    static final int TREATED = 32;
    static final RegionOfInterest REGION = new RegionOfInterest(16, 16, 16, 16);
    static final Ticker STOPPED = () -> 0;
    static final String IMAGE_SHA256 = "a".repeat(64);

    private Scene() {}

    /** Every pixel 0.5. */
    static Image grayImage() {
        float[] pixels = new float[SIZE * SIZE];
        Arrays.fill(pixels, 0.5f);
        return new Image(SIZE, SIZE, 1, pixels);
    }

    static Image noise(long seed) {
        float[] pixels = new float[SIZE * SIZE];
        Random random = new Random(seed);
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = random.nextFloat();
        }
        return new Image(SIZE, SIZE, 1, pixels);
    }

    /** Patches of the values 0.025, 0.075 to 0.975. */
    static PatchBank bank() {
        List<float[]> patches = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            float[] patch = new float[BLOCK * BLOCK];
            Arrays.fill(patch, donorValue(i));
            patches.add(patch);
        }
        return new PatchBank(BLOCK, 1, patches, "b".repeat(64));
    }

    static float donorValue(int donor) {
        return (2 * donor + 1) / 40f;
    }

    /** Pixels of the region, in row-major order, that are foreground at a level in [0,1]. */
    static int filled(double level) {
        return (int) Math.max(0, Math.min(REGION.area(), Math.ceil(level * REGION.area() - 0.5)));
    }

    /** Fills the region up to the level that a function of the image gives; everything else is background. */
    static Function<Image, float[]> fillingRegion(ToDoubleFunction<Image> level) {
        return image -> {
            float[] probabilities = new float[image.height() * image.width()];
            int filled = filled(level.applyAsDouble(image));
            for (int j = 0; j < filled; j++) {
                int y = REGION.y() + j / REGION.width();
                int x = REGION.x() + j % REGION.width();
                probabilities[y * image.width() + x] = 1;
            }
            return probabilities;
        };
    }

    /** The mean of one block: nothing else of the image matters. */
    static ToDoubleFunction<Image> meanOfBlock(int top, int left) {
        return image -> {
            double sum = 0;
            for (int y = top; y < top + BLOCK; y++) {
                for (int x = left; x < left + BLOCK; x++) {
                    sum += image.at(0, y, x);
                }
            }
            return sum / (BLOCK * BLOCK);
        };
    }

    /** A weighted mean of all pixels, so that every block matters, and each differently. */
    static ToDoubleFunction<Image> everywhere() {
        double[] weights = new Random(3).doubles(SIZE * SIZE).toArray();
        return image -> {
            double sum = 0;
            double total = 0;
            for (int i = 0; i < weights.length; i++) {
                sum += weights[i] * image.pixels()[i];
                total += weights[i];
            }
            return sum / total;
        };
    }

    static CaseToExplain subject(Image image) {
        return new CaseToExplain(image, IMAGE_SHA256, Optional.empty(), Optional.empty(), Optional.of(REGION));
    }

    static CaseToExplain subject(Image image, Mask groundTruth) {
        return new CaseToExplain(image, IMAGE_SHA256, Optional.empty(), Optional.of(groundTruth), Optional.of(REGION));
    }

    static ExplanationSettings settings() {
        return settings(Budget.UNLIMITED);
    }

    static ExplanationSettings settings(Budget budget) {
        return new ExplanationSettings(BLOCK, 16, DrawSchedule.Published.asPublished(), 42, budget);
    }

    static Explanation explained(ExplanationOutcome outcome) {
        if (outcome instanceof ExplanationOutcome.Explained explained) {
            return explained.explanation();
        }
        throw new AssertionError("not explained: " + outcome);
    }

    static Explanation explain(CaseToExplain subject, FunctionModel model, ExplanationSettings settings) {
        return explained(new ExplainCase(STOPPED).explain(subject, model, settings, Progress.SILENT));
    }
}
