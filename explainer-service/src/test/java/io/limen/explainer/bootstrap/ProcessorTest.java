package io.limen.explainer.bootstrap;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import org.junit.jupiter.api.Test;

class ProcessorTest {

    @Test
    void theFirstProcessorIsNamedWithItsWidestInstructionsAndWhatTheyAreHeldTo() {
        String cpuinfo = "processor\t: 0\nmodel name\t: Some CPU @ 2 GHz\nflags\t\t: fpu avx avx2\n\n"
                + "processor\t: 1\nmodel name\t: Another\nflags\t\t: fpu avx512f\n";

        assertEquals("Some CPU @ 2 GHz, AVX2", Processor.named(cpuinfo, Map.of()));
        assertEquals(
                "Some CPU @ 2 GHz, AVX2, held to SSE41",
                Processor.named(cpuinfo, Map.of("ONEDNN_MAX_CPU_ISA", "SSE41")));
        assertEquals(
                "Some CPU @ 2 GHz, AVX-512", Processor.named(cpuinfo.replace("avx avx2", "avx2 avx512f"), Map.of()));
    }

    @Test
    void aMachineThatSaysNothingHasNoName() {
        assertEquals("", Processor.named("", Map.of()));
        assertEquals("held to AVX2", Processor.named("flags\t: \n", Map.of("ONEDNN_MAX_CPU_ISA", "AVX2")));
    }

    @Test
    void aNameIsShortEnoughForARecord() {
        String name =
                Processor.named("model name\t: " + "x".repeat(5000), Map.of("ONEDNN_MAX_CPU_ISA", "y".repeat(5000)));
        assertTrue(name.length() <= 200, name);
    }
}
