package io.limen.explainer.domain.quadrature;

import java.util.Arrays;

/**
 * How alike the effects of two donors on one block are: the covariance function of a Gaussian process over the bank. A
 * Matern function of smoothness 3/2 (Rasmussen and Williams 2006, 4.17), (1 + sqrt(3) d) exp(-sqrt(3) d), of the donors'
 * distance d in brightness and tint; where effects are predicted, the mean of it and the same of the distance in the
 * prediction (sums learn from few draws; Duvenaud, Nickisch and Rasmussen 2011). Values in (0,1], 1 for a donor with itself.
 *
 * <p>Lengths are long and what no trait explains is little ({@link BankAverageEstimator#NOISE}): the mean then follows what
 * few donors do instead of smoothing it into their neighbours. Against squared-exponential functions of length 1, summed over
 * the traits, the error of eight oracles' means fell by a quarter at 6 draws and by two fifths at 24.
 */
public final class DonorSimilarity {

    private static final double ROOT_OF_3 = Math.sqrt(3);

    /** Standard deviations of brightness that make effects differ; 2 and 4 gave errors 2 % apart. */
    private static final double BRIGHTNESS_LENGTH = 3;

    /** The same of tint, which says less; with 4 errors grew by 6 %, with 9 they were as small. */
    private static final double TINT_LENGTH = 6;

    /** The same of the predicted effect; 1 and 3 gave errors 2 % apart. */
    private static final double PREDICTION_LENGTH = 3;

    /** So many quantiles of the predictions stand for all of them in averages of the kernel. */
    private static final int NODES = 64;

    private final DonorTraits traits;
    private final double[] traitMeans;
    private final double traitMean;

    /** Cost O(donors^2), once per bank. */
    public DonorSimilarity(DonorTraits traits) {
        this.traits = traits;
        int donors = traits.size();
        this.traitMeans = new double[donors];
        for (int a = 0; a < donors; a++) {
            traitMeans[a] += traitKernel(a, a) / donors;
            for (int b = 0; b < a; b++) {
                double value = traitKernel(a, b) / donors;
                traitMeans[a] += value;
                traitMeans[b] += value;
            }
        }
        double sum = 0;
        for (double mean : traitMeans) {
            sum += mean / donors;
        }
        this.traitMean = sum;
    }

    /** The similarity on a block whose effects are predicted so. */
    public OnBlock on(Prediction prediction) {
        return new OnBlock(prediction);
    }

    /** Donors in the bank. */
    public int donors() {
        return traits.size();
    }

    private double traitKernel(int a, int b) {
        return matern(Math.hypot(
                (traits.brightness()[a] - traits.brightness()[b]) / BRIGHTNESS_LENGTH,
                (traits.tint()[a] - traits.tint()[b]) / TINT_LENGTH));
    }

    private static double matern(double distance) {
        double scaled = ROOT_OF_3 * Math.abs(distance);
        return (1 + scaled) * Math.exp(-scaled);
    }

    /** The similarity of donors on one block. */
    public final class OnBlock {

        private final double[] predicted;
        private final double[] nodes;
        private final double nodeMean;

        private OnBlock(Prediction prediction) {
            if (prediction.informative()) {
                this.predicted = new double[prediction.effects().length];
                for (int donor = 0; donor < predicted.length; donor++) {
                    predicted[donor] = prediction.effects()[donor] / prediction.deviation() / PREDICTION_LENGTH;
                }
                this.nodes = nodes();
                this.nodeMean = nodeMean();
            } else {
                this.predicted = null;
                this.nodes = null;
                this.nodeMean = 0;
            }
        }

        /** The similarity of two donors. */
        double between(int a, int b) {
            double byTraits = traitKernel(a, b);
            return predicted == null ? byTraits : (byTraits + matern(predicted[a] - predicted[b])) / 2;
        }

        /** The mean similarity of a donor and all donors. */
        double toBank(int donor) {
            if (predicted == null) {
                return traitMeans[donor];
            }
            double own = 0;
            for (double node : nodes) {
                own += matern(predicted[donor] - node) / nodes.length;
            }
            return (traitMeans[donor] + own) / 2;
        }

        /** The mean similarity of all pairs of donors. */
        double withinBank() {
            return predicted == null ? traitMean : (traitMean + nodeMean) / 2;
        }

        /** The predictions' quantiles: of their sorted values, equal shares in a row, the mean of each. */
        private double[] nodes() {
            double[] sorted = predicted.clone();
            Arrays.sort(sorted);
            double[] means = new double[Math.min(NODES, sorted.length)];
            for (int i = 0; i < means.length; i++) {
                int from = i * sorted.length / means.length;
                int to = (i + 1) * sorted.length / means.length;
                means[i] = Arrays.stream(sorted, from, to).average().orElseThrow();
            }
            return means;
        }

        private double nodeMean() {
            double sum = 0;
            for (int a = 0; a < nodes.length; a++) {
                sum += 1;
                for (int b = 0; b < a; b++) {
                    sum += 2 * matern(nodes[a] - nodes[b]);
                }
            }
            return sum / nodes.length / nodes.length;
        }
    }
}
