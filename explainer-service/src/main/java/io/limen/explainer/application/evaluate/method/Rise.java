package io.limen.explainer.application.evaluate.method;

import io.limen.explainer.application.ModelRejectedException;
import io.limen.explainer.domain.effect.RegionScore;
import io.limen.explainer.domain.image.Image;
import io.limen.explainer.domain.saliency.BlockMeans;
import io.limen.explainer.domain.saliency.MaskedScores;
import io.limen.explainer.domain.saliency.RiseMasks;
import java.util.Random;

/**
 * RISE (Petsiuk, Das and Saenko 2018) with the region's Dice for the class score: the image is dimmed by random masks, and a
 * pixel is worth the mean score of the images in which it was seen. The region itself is always seen: what is asked is
 * what else it rests on.
 *
 * @param most masks; the paper takes 4,000 to 8,000
 */
public record Rise(int most) implements AttributionMethod {

    @Override
    public String name() {
        return "rise";
    }

    @Override
    public boolean isRandom() {
        return true;
    }

    @Override
    public Attributed attribute(MethodCase subject, long seed, long budget)
            throws ModelRejectedException, InterruptedException {
        int count = (int) Math.max(1, Math.min(most, budget));
        Image input = subject.input();
        Masking masking = new Masking(input, subject.region());
        Random random = new Random(seed);
        float[][] masks = new float[count][];
        MaskedScores scores = new MaskedScores(input.height() * input.width());
        RegionScore score = subject.score();
        try (ScoredImages images = new ScoredImages(subject.model(), input, subject.region())) {
            images.run(
                    count,
                    position -> {
                        masks[position] =
                                masking.keepingRegion(RiseMasks.PUBLISHED.draw(input.height(), input.width(), random));
                        return masking.masked(masks[position]);
                    },
                    (position, probabilities, slot) -> {
                        double dice = score.baselineDice()
                                + score.effect(probabilities, slot).dicePoints();
                        scores.add(masks[position], dice / 100);
                        masks[position] = null;
                    });
        }
        return new Attributed(BlockMeans.of(scores.means(), input.width(), subject.blocks()), count);
    }
}
