package io.limen.explainer.adapter.djl;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.Device;
import io.limen.explainer.application.ModelRejectedException;
import java.nio.ByteBuffer;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SoundArithmeticTest {

    @Test
    void machineOfTheTestsComputesRight() {
        assertDoesNotThrow(() -> SoundArithmetic.require(Device.cpu()));
    }

    @ParameterizedTest
    @CsvSource({"3, 1, 5", "12, 20, 3", "16, 16, 3", "20, 1, 3"})
    void convolutionDiffersFromPlainLoopsByRoundingOnly(int inputs, int outputs, int kernel) throws Exception {
        for (MemoryLayout layout : MemoryLayout.values()) {
            double error = new ConvolutionTrial(inputs, outputs, kernel).error(Device.cpu(), layout);

            assertTrue(error < 1e-5, () -> layout + ": off by " + error);
            assertTrue(error > 0, "two orders of summing never agree in every bit: nothing was compared");
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.03, 1, Double.NaN, Double.POSITIVE_INFINITY})
    void wrongArithmeticIsSaidWithWhatHelps(double error) {
        String line = assertThrows(ModelRejectedException.class, () -> SoundArithmetic.require(() -> error, Map.of()))
                .getMessage();

        assertTrue(line.startsWith("libtorch computes wrong convolutions on this machine (off by "), line);
        assertTrue(line.endsWith("start again with ONEDNN_MAX_CPU_ISA=SSE41 in the environment"), line);
    }

    @Test
    void whatDidNotHelpIsNotAdvisedAgain() {
        String line = assertThrows(
                        ModelRejectedException.class,
                        () -> SoundArithmetic.require(() -> 0.5, Map.of("ONEDNN_MAX_CPU_ISA", "AVX2")))
                .getMessage();

        assertEquals(
                "libtorch computes wrong convolutions on this machine (off by 50 %, tried again by 50 %) even with ONEDNN_MAX_CPU_ISA=AVX2:"
                        + " no explanation would be right",
                line);
    }

    @Test
    void roundingOfAGpuIsNoError() {
        assertDoesNotThrow(() -> SoundArithmetic.require(() -> 0.005, Map.of()));
    }

    @Test
    void whatIsWrongOnceIsNotTrustedAndItIsSaidHowItCameOutTheSecondTime() {
        Iterator<Double> measured = List.of(0.29, 3e-7).iterator();

        String line = assertThrows(
                        ModelRejectedException.class, () -> SoundArithmetic.require(measured::next, Map.of()))
                .getMessage();

        assertTrue(line.contains("(off by 29 %, tried again by 0 %)"), line);
    }

    /** Of 400 measured so, 150 were off by up to 1e32 while the copy of the input was a product. */
    @Test
    void whatIsMeasuredHoldsWhileTheCollectorIsAtWork() throws ModelRejectedException {
        AtomicBoolean done = new AtomicBoolean();
        Thread collector = new Thread(() -> {
            while (!done.get()) {
                System.gc();
                for (int buffer = 0; buffer < 200; buffer++) {
                    ByteBuffer.allocateDirect(Integer.BYTES);
                }
            }
        });
        collector.start();
        try {
            for (int trial = 0; trial < 40; trial++) {
                double error = new ConvolutionTrial(3, 1, 5).error(Device.cpu(), MemoryLayout.PLAIN);
                assertTrue(error < 0.02, "off by " + error);
            }
        } finally {
            done.set(true);
        }
    }
}
