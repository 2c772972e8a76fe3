package io.limen.explainer.adapter.djl;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.index.NDIndex;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import io.limen.explainer.domain.image.Block;
import io.limen.explainer.domain.intervention.Intervention;
import io.limen.explainer.domain.intervention.PatchBank;
import java.nio.FloatBuffer;
import java.util.List;

/**
 * A batch that stays on the device, beside the image and all donor patches: an intervention sends only the positions of
 * its values up. Meant for a GPU, where a batch of images would wait for the bus.
 */
final class DeviceBatch implements Batch {

    private final NDManager manager;
    private final Shape shape;
    private final PatchBank bank;
    private final NDArray base;
    private final NDArray patches;
    private final NDArray copies;
    private final Block[] treated;

    /**
     * @param manager of the device; closed with this batch
     * @param image the image as the model takes it, [channels, height, width], normalised
     * @param patches all donor patches in the bank's order, [donors, channels, side, side], normalised
     * @param shape of all slots, [slots, channels, height, width]
     */
    DeviceBatch(NDManager manager, float[] image, FloatBuffer patches, Shape shape, PatchBank bank) {
        this.manager = manager;
        this.shape = shape;
        this.bank = bank;
        this.base = manager.create(image);
        this.patches = manager.create(patches, new Shape(patches.capacity()), DataType.FLOAT32);
        this.copies = manager.zeros(new Shape(shape.size()));
        this.treated = new Block[(int) shape.get(0)];
        for (int slot = 0; slot < treated.length; slot++) {
            long start = (long) slot * image.length;
            copies.set(new NDIndex("{}:{}", start, start + image.length), base);
        }
    }

    @Override
    public Shape shape() {
        return shape;
    }

    @Override
    public void treat(List<Intervention> interventions) {
        restore(interventions.size());
        Positions from = new Positions();
        Positions to = new Positions();
        for (int slot = 0; slot < interventions.size(); slot++) {
            Block block = interventions.get(slot).block();
            addImage(to, slot, block);
            addPatch(from, interventions.get(slot).donor(), block);
            treated[slot] = block;
        }
        copy(patches, from, to);
    }

    private void restore(int slots) {
        Positions from = new Positions();
        Positions to = new Positions();
        for (int slot = 0; slot < slots; slot++) {
            if (treated[slot] != null) {
                addImage(from, 0, treated[slot]);
                addImage(to, slot, treated[slot]);
            }
        }
        copy(base, from, to);
    }

    private void addImage(Positions positions, int slot, Block block) {
        long channels = shape.get(1);
        long height = shape.get(2);
        long width = shape.get(3);
        for (long channel = 0; channel < channels; channel++) {
            for (int row = 0; row < block.height(); row++) {
                positions.add(
                        ((slot * channels + channel) * height + block.y() + row) * width + block.x(), block.width());
            }
        }
    }

    private void addPatch(Positions positions, int donor, Block block) {
        long side = bank.blockSize();
        for (long channel = 0; channel < bank.channels(); channel++) {
            for (int row = 0; row < block.height(); row++) {
                positions.add(((donor * (long) bank.channels() + channel) * side + row) * side, block.width());
            }
        }
    }

    private void copy(NDArray source, Positions from, Positions to) {
        if (to.isEmpty()) {
            return;
        }
        try (NDManager scope = manager.newSubManager()) {
            NDArray values = source.take(scope, scope.create(from.values()));
            copies.set(new NDIndex("{}", scope.create(to.values())), values);
        }
    }

    @Override
    public NDArray images(NDManager scope, int from, int images) {
        long size = shape.size() / treated.length;
        NDArray part = copies.get(scope, new NDIndex("{}:{}", from * size, (from + images) * size));
        return part.reshape(new Shape(images).addAll(shape.slice(1)));
    }

    @Override
    public void close() {
        manager.close();
    }
}
