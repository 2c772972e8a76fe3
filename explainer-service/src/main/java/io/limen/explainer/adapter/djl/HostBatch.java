package io.limen.explainer.adapter.djl;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import io.limen.explainer.domain.intervention.Intervention;
import io.limen.explainer.domain.intervention.PatchBank;
import java.nio.ByteBuffer;
import java.util.List;

/** A batch in the process's own memory, which libtorch reads without a copy when it runs on the CPU. */
final class HostBatch implements Batch {

    private final BatchBuffer buffer;
    private final BatchMemory memory;
    private final PatchBank bank;
    private final Shape shape;

    /**
     * @param shape of all slots, [slots, channels, height, width]
     * @param memory gets the buffer's memory back
     */
    HostBatch(BatchBuffer buffer, Shape shape, BatchMemory memory, PatchBank bank) {
        this.buffer = buffer;
        this.memory = memory;
        this.bank = bank;
        this.shape = shape;
    }

    @Override
    public Shape shape() {
        return shape;
    }

    @Override
    public void treat(List<Intervention> interventions) {
        int slot = 0;
        for (Intervention intervention : interventions) {
            buffer.treat(slot++, intervention.block(), bank.patches().get(intervention.donor()), bank.blockSize());
        }
    }

    @Override
    public NDArray images(NDManager scope, int from, int images) {
        ByteBuffer values = buffer.slots(from, images);
        return scope.create(values, new Shape(images).addAll(shape.slice(1)), DataType.FLOAT32);
    }

    @Override
    public void close() {
        memory.give(buffer.memory());
    }
}
