package io.limen.explainer.adapter.djl;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.limen.explainer.domain.image.Image;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BatchMemoryTest {

    private final Image image = TestModel.noise(4, 4, 1);
    private int failures;
    private int attempts;

    private final BatchMemory memory = new BatchMemory((pictured, slots) -> {
        attempts++;
        if (failures-- > 0) {
            throw new OutOfMemoryError("simulated");
        }
        return BatchBuffer.allocate(pictured, slots);
    });

    @Test
    void memoryIsUsedAgain() {
        ByteBuffer first = memory.take(image, 1);
        memory.give(first);
        assertSame(first, memory.take(image, 1));
        assertEquals(1, attempts);
    }

    @Test
    void largeMemoryServesSmallBatches() {
        ByteBuffer large = memory.take(image, 8);
        ByteBuffer larger = memory.take(image, 9);
        memory.give(larger);
        memory.give(large);
        assertSame(large, memory.take(image, 1));
        assertSame(larger, memory.take(image, 1));
        assertEquals(2, attempts);
    }

    @Test
    void theSmallestPieceGoesWhenThereAreTooMany() {
        List<ByteBuffer> taken = IntStream.of(5, 4, 1, 2, 3)
                .mapToObj(slots -> memory.take(image, slots))
                .toList();
        taken.forEach(memory::give);
        assertNotSame(taken.get(2), memory.take(image, 1));
        assertEquals(5, attempts);
    }

    @Test
    void idleMemoryIsGivenUpWhenThereIsNoOther() {
        ByteBuffer small = memory.take(image, 1);
        memory.give(small);
        failures = 1;

        assertEquals(BatchBuffer.bytesFor(image, 2), memory.take(image, 2).capacity());

        assertNotSame(small, memory.take(image, 1));
    }

    @Test
    void noMemoryAtAllIsTriedTwice() {
        failures = 2;
        assertThrows(OutOfMemoryError.class, () -> memory.take(image, 1));
        assertEquals(2, attempts);
    }
}
