package io.limen.explainer.application.evaluate.method;

import io.limen.explainer.application.ModelRejectedException;
import io.limen.explainer.domain.image.Image;
import io.limen.explainer.domain.saliency.BlockMeans;
import java.util.Random;

/**
 * SmoothGrad (Smilkov et al. 2017) of the region's soft Dice: the mean gradient over noisy copies of the image, of which the
 * size counts, summed over the channels.
 *
 * @param most copies; the paper finds no gain beyond 50
 * @param noise standard deviation of the noise over the range of the image's values; the paper takes 0.1 to 0.2
 */
public record SmoothGrad(int most, double noise) implements AttributionMethod {

    /** As the paper recommends. */
    public static final SmoothGrad PUBLISHED = new SmoothGrad(50, 0.15);

    @Override
    public String name() {
        return "smoothgrad";
    }

    @Override
    public boolean isRandom() {
        return true;
    }

    @Override
    public Attributed attribute(MethodCase subject, long seed, long budget)
            throws ModelRejectedException, InterruptedException {
        int copies = (int) Math.max(1, Math.min(most, budget / SoftGradient.COST));
        Image input = subject.input();
        double deviation = noise * range(input);
        Random random = new Random(seed);
        SoftGradient gradient = new SoftGradient(subject);
        double[] sum = new double[input.pixels().length];
        try (ScoredImages images = new ScoredImages(subject.model(), input, subject.region())) {
            for (int copy = 0; copy < copies; copy++) {
                float[] one = gradient.at(noisy(input, deviation, random), images);
                for (int i = 0; i < sum.length; i++) {
                    sum[i] += one[i] / copies;
                }
            }
        }
        return new Attributed(
                BlockMeans.of(sizes(sum, input), input.width(), subject.blocks()), (long) copies * SoftGradient.COST);
    }

    private static double range(Image image) {
        float least = Float.POSITIVE_INFINITY;
        float most = Float.NEGATIVE_INFINITY;
        for (float value : image.pixels()) {
            least = Math.min(least, value);
            most = Math.max(most, value);
        }
        return most - least;
    }

    private static Image noisy(Image image, double deviation, Random random) {
        float[] pixels = image.pixels().clone();
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] += (float) (deviation * random.nextGaussian());
        }
        return new Image(image.height(), image.width(), image.channels(), pixels);
    }

    private static double[] sizes(double[] gradient, Image image) {
        double[] sizes = new double[image.height() * image.width()];
        for (int i = 0; i < gradient.length; i++) {
            sizes[i % sizes.length] += Math.abs(gradient[i]);
        }
        return sizes;
    }
}
