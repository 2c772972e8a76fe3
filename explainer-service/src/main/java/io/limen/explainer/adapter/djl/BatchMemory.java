package io.limen.explainer.adapter.djl;

import io.limen.explainer.domain.image.Image;
import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Direct memory of a model's batches, used again from case to case: the collector frees direct memory late, and fresh
 * pages cost more than the copy into them.
 */
final class BatchMemory {

    /** More cases than this at a time are not run on one machine. */
    private static final int MAX_IDLE = 4;

    /** Where memory comes from. */
    @FunctionalInterface
    interface Allocation {
        ByteBuffer allocate(Image image, int slots);
    }

    private final Allocation allocation;
    private final Deque<ByteBuffer> idle = new ArrayDeque<>();

    BatchMemory() {
        this(BatchBuffer::allocate);
    }

    BatchMemory(Allocation allocation) {
        this.allocation = allocation;
    }

    /**
     * Memory for exactly so many copies of the image; its content is undefined. What lies idle is given up when there is
     * no other.
     *
     * @throws OutOfMemoryError when there is none even then
     */
    synchronized ByteBuffer take(Image image, int slots) {
        int bytes = BatchBuffer.bytesFor(image, slots);
        for (ByteBuffer memory : idle) {
            if (memory.capacity() == bytes) {
                idle.remove(memory);
                return memory;
            }
        }
        try {
            return allocation.allocate(image, slots);
        } catch (OutOfMemoryError e) {
            idle.clear();
            return allocation.allocate(image, slots);
        }
    }

    /** Gives memory back; the longest unused goes when there is too much. */
    synchronized void give(ByteBuffer memory) {
        idle.addFirst(memory);
        if (idle.size() > MAX_IDLE) {
            idle.removeLast();
        }
    }
}
