package io.limen.explainer.adapter.djl;

import io.limen.explainer.domain.image.Image;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Direct memory of a model's batches, used again from case to case: the collector frees direct memory late, and fresh
 * pages cost more than the copy into them. A large piece serves a small batch too: crops come in many sizes, and pieces of
 * all of them, freed some time later, leave libtorch's heap in fragments.
 */
final class BatchMemory {

    /** More cases than this at a time are not run on one machine. */
    private static final int MAX_IDLE = 4;

    private static final Comparator<ByteBuffer> BY_CAPACITY = Comparator.comparingInt(ByteBuffer::capacity);

    /** Where memory comes from. */
    @FunctionalInterface
    interface Allocation {
        ByteBuffer allocate(Image image, int slots);
    }

    private final Allocation allocation;
    private final List<ByteBuffer> idle = new ArrayList<>();

    BatchMemory() {
        this(BatchBuffer::allocate);
    }

    BatchMemory(Allocation allocation) {
        this.allocation = allocation;
    }

    /**
     * Memory for at least so many copies of the image; its content is undefined. What lies idle is given up when there is
     * no other.
     *
     * @throws OutOfMemoryError when there is none even then
     */
    synchronized ByteBuffer take(Image image, int slots) {
        int bytes = BatchBuffer.bytesFor(image, slots);
        Optional<ByteBuffer> enough = smallestOf(bytes);
        if (enough.isPresent()) {
            remove(enough.get());
            return enough.get();
        }
        try {
            return allocation.allocate(image, slots);
        } catch (OutOfMemoryError e) {
            idle.clear();
            return allocation.allocate(image, slots);
        }
    }

    /** Gives memory back; the smallest piece goes when there are too many. */
    synchronized void give(ByteBuffer memory) {
        idle.add(memory);
        if (idle.size() > MAX_IDLE) {
            remove(Collections.min(idle, BY_CAPACITY));
        }
    }

    /** Itself, and not one of the same content. */
    private void remove(ByteBuffer one) {
        idle.removeIf(memory -> memory == one);
    }

    private Optional<ByteBuffer> smallestOf(int bytes) {
        return idle.stream().filter(memory -> memory.capacity() >= bytes).min(BY_CAPACITY);
    }
}
