package io.limen.explainer.application.evaluate.judge;

import io.limen.explainer.application.ModelRejectedException;
import io.limen.explainer.application.evaluate.method.MethodCase;
import io.limen.explainer.application.evaluate.method.ScoredImages;
import io.limen.explainer.domain.effect.RegionScore;
import io.limen.explainer.domain.faithfulness.BlockOrder;
import io.limen.explainer.domain.faithfulness.Depths;
import io.limen.explainer.domain.faithfulness.PerturbationCurve;
import io.limen.explainer.domain.image.Image;
import io.limen.explainer.domain.image.Mask;
import io.limen.explainer.domain.image.ProbabilityMap;
import io.limen.explainer.domain.image.RegionOfInterest;
import io.limen.explainer.domain.imputation.Imputer;
import java.util.ArrayList;
import java.util.List;

/** Deletion and insertion of one case's blocks, means over several imputers of one kind. Owned by one thread, closed after use. */
final class Curves implements AutoCloseable {

    private final MethodCase subject;
    private final List<Imputer> imputers;
    private final RegionScore score;
    private final Depths depths;
    private final ScoredImages images;
    private final double nothingLeft;

    /** What an order of blocks gives. @param leading masks of the whole image without what the order points at, one per imputer */
    record Found(PerturbationCurve deletion, PerturbationCurve insertion, List<Mask> leading) {}

    /** Runs the image without any of its blocks. */
    Curves(MethodCase subject, List<Imputer> imputers) throws ModelRejectedException, InterruptedException {
        this.subject = subject;
        this.imputers = List.copyOf(imputers);
        this.score = subject.score();
        this.depths = Depths.of(subject.blocks().size());
        Image input = subject.input();
        this.images =
                new ScoredImages(subject.model(), input, new RegionOfInterest(0, 0, input.height(), input.width()));
        try {
            this.nothingLeft = emptied();
        } catch (ModelRejectedException | InterruptedException | RuntimeException e) {
            images.close();
            throw e;
        }
    }

    /** How many blocks an order points at. */
    int leading() {
        return depths.leading();
    }

    /** The region's Dice without any of the blocks, percentage points. */
    double nothingLeft() {
        return nothingLeft;
    }

    Found along(BlockOrder order) throws ModelRejectedException, InterruptedException {
        int[] counts = depths.counts();
        int inner = counts.length - 1;
        double[] deletion = new double[counts.length];
        double[] insertion = new double[counts.length];
        List<Mask> leading = new ArrayList<>();
        images.run(
                2 * inner * imputers.size(),
                position -> image(order, position, inner),
                (position, probabilities, slot) -> {
                    int depth = position / 2 % inner;
                    ProbabilityMap output = output(probabilities, slot);
                    double dice = dice(output) / imputers.size();
                    if (position % 2 == 0) {
                        deletion[depth] += dice;
                        if (counts[depth] == depths.leading()) {
                            leading.add(output.threshold(
                                    subject.model().description().threshold()));
                        }
                    } else {
                        insertion[depth] += dice;
                    }
                });
        deletion[inner] = nothingLeft;
        insertion[inner] = score.baselineDice();
        return new Found(
                new PerturbationCurve(depths, score.baselineDice(), deletion),
                new PerturbationCurve(depths, nothingLeft, insertion),
                leading);
    }

    /** The region's Dice when some blocks are taken away, the mean over the imputers. */
    double without(int[] removed) throws ModelRejectedException, InterruptedException {
        double[] sum = new double[1];
        images.run(
                imputers.size(),
                imputer -> imputers.get(imputer).without(subject.input(), removed),
                (imputer, probabilities, slot) -> sum[0] += dice(output(probabilities, slot)));
        return sum[0] / imputers.size();
    }

    private Image image(BlockOrder order, int position, int inner) {
        Imputer imputer = imputers.get(position / 2 / inner);
        int count = depths.counts()[position / 2 % inner];
        return imputer.without(subject.input(), position % 2 == 0 ? order.first(count) : order.afterFirst(count));
    }

    private double emptied() throws ModelRejectedException, InterruptedException {
        int[] all = new int[subject.blocks().size()];
        for (int i = 0; i < all.length; i++) {
            all[i] = i;
        }
        return without(all);
    }

    private ProbabilityMap output(float[] probabilities, int slot) {
        int height = subject.input().height();
        int width = subject.input().width();
        float[] one = new float[height * width];
        System.arraycopy(probabilities, slot * one.length, one, 0, one.length);
        return new ProbabilityMap(height, width, one);
    }

    private double dice(ProbabilityMap output) {
        float[] inside = output.crop(subject.region()).probabilities();
        return score.baselineDice() + score.effect(inside, 0).dicePoints();
    }

    @Override
    public void close() {
        images.close();
    }
}
