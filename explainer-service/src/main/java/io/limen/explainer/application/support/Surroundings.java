package io.limen.explainer.application.support;

import io.limen.explainer.domain.image.Image;
import io.limen.explainer.domain.image.Window;
import io.limen.explainer.domain.intervention.PatchBank;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Copies of an image that differ from it everywhere outside a window: in noise, in one bright value, in donor patches. A
 * model that swallows NaN on purpose still sees these.
 */
final class Surroundings {

    /** Any seed will do; a fixed one makes the search repeatable. */
    private static final long SEED = 20_511;

    private Surroundings() {}

    static List<Image> of(Image image, Window kept, PatchBank bank) {
        SplittableRandom random = new SplittableRandom(SEED);
        float[] noise = new float[image.pixels().length];
        for (int i = 0; i < noise.length; i++) {
            noise[i] = (float) random.nextDouble();
        }
        float[] bright = new float[noise.length];
        Arrays.fill(bright, 1);
        return List.of(
                image.surroundedBy(noise, kept),
                image.surroundedBy(bright, kept),
                image.surroundedBy(donors(image, bank, random), kept));
    }

    /** The image's plane tiled with donor patches. */
    private static float[] donors(Image image, PatchBank bank, SplittableRandom random) {
        int side = bank.blockSize();
        float[] tiled = new float[image.pixels().length];
        for (int y = 0; y < image.height(); y += side) {
            for (int x = 0; x < image.width(); x += side) {
                float[] patch = bank.patches().get(random.nextInt(bank.size()));
                int columns = Math.min(side, image.width() - x);
                int rows = Math.min(side, image.height() - y);
                for (int line = 0; line < image.channels() * rows; line++) {
                    int channel = line / rows;
                    int row = line % rows;
                    System.arraycopy(
                            patch,
                            (channel * side + row) * side,
                            tiled,
                            (channel * image.height() + y + row) * image.width() + x,
                            columns);
                }
            }
        }
        return tiled;
    }
}
