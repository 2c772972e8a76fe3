package io.limen.explainer.adapter.djl;

import ai.djl.Device;
import io.limen.explainer.application.ModelRejectedException;
import java.util.List;
import java.util.Map;

/**
 * Holds libtorch's arithmetic on this machine against plain loops before anything is explained by it. Takes
 * some 50 ms, once libtorch is loaded. Why: docs/decisions/0025.
 */
final class SoundArithmetic {

    /** Between what rounding makes of it and what a wrong convolution does. */
    private static final double MOST = 0.02;

    /** Of a first layer, a middle one, one that widens and a last one. */
    private static final List<ConvolutionTrial> TRIALS = List.of(
            new ConvolutionTrial(3, 1, 5),
            new ConvolutionTrial(3, 12, 3),
            new ConvolutionTrial(12, 20, 3),
            new ConvolutionTrial(20, 1, 3));

    /** Limits oneDNN, libtorch's library of convolutions, to instructions; with these it fills up no channels. */
    private static final String INSTRUCTIONS = "ONEDNN_MAX_CPU_ISA";

    private static final String SAFE = "SSE41";

    private SoundArithmetic() {}

    /** One measurement of how far libtorch is off, as a share of the largest value; NaN is wrong, too. */
    @FunctionalInterface
    interface Measurement {
        double error() throws ModelRejectedException;
    }

    /** @throws ModelRejectedException one line on what is wrong and what helps */
    static void require(Device device) throws ModelRejectedException {
        require(() -> largestError(device), System.getenv());
    }

    private static double largestError(Device device) throws ModelRejectedException {
        double error = 0;
        for (ConvolutionTrial trial : TRIALS) {
            for (MemoryLayout layout : MemoryLayout.values()) {
                error = Math.max(error, trial.error(device, layout));
            }
        }
        return error;
    }

    /** What is wrong once is not trusted, for it is wrong erratically; a second measurement is made to say how erratically. */
    static void require(Measurement measurement, Map<String, String> environment) throws ModelRejectedException {
        double error = measurement.error();
        if (error <= MOST) {
            return;
        }
        String line = "libtorch computes wrong convolutions on this machine (off by " + percent(error)
                + ", tried again by " + percent(measurement.error()) + ")";
        String set = environment.get(INSTRUCTIONS);
        throw new ModelRejectedException(
                set == null
                        ? line + ", as it does in virtual machines that hide the CPU's caches: start again with "
                                + INSTRUCTIONS + "=" + SAFE + " in the environment"
                        : line + " even with " + INSTRUCTIONS + "=" + set + ": no explanation would be right");
    }

    private static String percent(double error) {
        return Double.isNaN(error) ? "NaN" : Math.round(100 * error) + " %";
    }
}
