package io.limen.explainer.adapter.djl;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.limen.explainer.application.ModelRejectedException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FittingBatchesTest {

    private final FittingBatches batches = new FittingBatches();
    private final List<Integer> sizes = new ArrayList<>();

    private FittingBatches.Pass fitting(int most) {
        return (from, images) -> {
            sizes.add(images);
            if (images > most) {
                throw new OutOfNativeMemoryException("out of memory", null);
            }
            float[] values = new float[2 * images];
            for (int i = 0; i < values.length; i++) {
                values[i] = 2 * from + i;
            }
            return values;
        };
    }

    @Test
    void halvesUntilItFitsAndLosesNothing() throws ModelRejectedException {
        float[] all = batches.run(7, 16, 2, fitting(2));
        assertArrayEquals(new float[] {0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13}, all);
        assertEquals(List.of(7, 3, 1, 1, 1, 1, 1, 1, 1), sizes);
    }

    @Test
    void theSizeThatFittedIsRemembered() throws ModelRejectedException {
        batches.run(8, 8, 2, fitting(4));
        sizes.clear();
        batches.run(8, 8, 2, fitting(4));
        assertEquals(List.of(4, 4), sizes);
        assertEquals(4, batches.most());
    }

    @Test
    void moreIsTriedAgainAfterManyPartsThatFitted() throws ModelRejectedException {
        batches.run(8, 8, 2, fitting(4));
        for (int i = 0; i < FittingBatches.FIRST_PATIENCE; i++) {
            batches.run(4, 8, 2, fitting(4));
        }
        assertEquals(8, batches.most());
        sizes.clear();
        batches.run(8, 8, 2, fitting(8));
        assertEquals(List.of(8), sizes);
    }

    @Test
    void whatFailedAgainIsTriedMoreSeldom() throws ModelRejectedException {
        batches.run(8, 8, 2, fitting(4));
        for (int i = 0; i < 8 * FittingBatches.FIRST_PATIENCE; i++) {
            batches.run(8, 8, 2, fitting(4));
        }
        long failed = sizes.stream().filter(size -> size > 4).count();
        assertTrue(failed >= 3 && failed <= 5, failed + " of " + sizes.size());
    }

    @Test
    void notEvenOneImageIsTheEnd() {
        assertThrows(OutOfNativeMemoryException.class, () -> batches.run(4, 4, 2, fitting(0)));
    }

    @Test
    void anyOtherFailureIsNotTriedAgain() {
        assertThrows(
                ModelRejectedException.class,
                () -> batches.run(4, 4, 2, (from, images) -> {
                    sizes.add(images);
                    throw new ModelRejectedException("refused");
                }));
        assertEquals(List.of(4), sizes);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "CUDA out of memory. Tried to allocate 2.00 GiB. GPU 0 has a total capacity of 79.10 GiB",
                "[enforce fail at alloc_cpu.cpp:119] err == 0. DefaultCPUAllocator: can't allocate memory: you tried",
                "[enforce fail at alloc_cpu.cpp:127] data. DefaultCPUAllocator: not enough memory: you tried",
                "std::bad_alloc"
            })
    void whatLibtorchSaysWhenMemoryRunsOut(String message) {
        assertTrue(OutOfNativeMemoryException.isSaidBy(new RuntimeException(message)));
    }
}
