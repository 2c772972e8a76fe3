package io.limen.explainer.adapter.djl;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.limen.explainer.domain.image.Image;
import java.nio.ByteBuffer;
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
