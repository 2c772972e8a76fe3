package io.limen.producer.adapter.dataset;

import io.limen.producer.adapter.dataset.VolumeReading.Loaded;
import io.limen.producer.application.CaseContent;
import io.limen.producer.application.CaseSource;
import io.limen.producer.application.ImageFile;
import io.limen.producer.application.Reading;
import io.limen.producer.application.Reading.Readable;
import io.limen.producer.application.Reading.Unreadable;
import io.limen.producer.application.SourceCase;
import io.limen.producer.domain.identity.StudyPseudonym;
import io.limen.producer.domain.volume.Axis;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Slices of volumes as cases, volume by volume; those of one volume are one study. The volume that was read last stays in
 * memory, for the next case is likely to be its next slice. For one thread.
 */
final class VolumeFolder implements CaseSource {

    private final VolumeReading reading;
    private final List<VolumeStack> stacks;
    private final List<String> notes;
    private final int[] ends;
    private int inMemory = -1;
    private Reading<Loaded> loaded;

    VolumeFolder(VolumeReading reading, List<VolumeStack> stacks, List<String> notes) {
        this.reading = reading;
        this.stacks = List.copyOf(stacks);
        this.notes = List.copyOf(notes);
        this.ends = stacks.stream().mapToInt(VolumeStack::size).toArray();
        Arrays.parallelPrefix(ends, Math::addExact);
    }

    @Override
    public int size() {
        return ends[ends.length - 1];
    }

    @Override
    public List<String> notes() {
        return notes;
    }

    @Override
    public SourceCase at(int index) {
        // the first volume that ends behind the index; those of no slice end where the one before them does
        int found = Arrays.binarySearch(ends, index + 1);
        int stack = found < 0 ? -found - 1 : found;
        while (stack > 0 && ends[stack - 1] > index) {
            stack--;
        }
        int slice = index - (stack == 0 ? 0 : ends[stack - 1]);
        return new SliceCase(stack, slice);
    }

    private Reading<Loaded> load(int stack) {
        if (stack != inMemory) {
            // the old one goes before the new one comes
            loaded = null;
            inMemory = -1;
            loaded = reading.load(stacks.get(stack).file());
            inMemory = stack;
        }
        return loaded;
    }

    private final class SliceCase implements SourceCase {

        private final int stack;
        private final int index;

        SliceCase(int stack, int index) {
            this.stack = stack;
            this.index = index;
        }

        @Override
        public String name() {
            VolumeStack from = stacks.get(stack);
            return from.file().image()
                    + (from instanceof VolumeStack.Slices slices
                            ? " slice " + slices.slices().get(index)
                            : "");
        }

        @Override
        public String kind() {
            return "nifti";
        }

        @Override
        public Reading<CaseContent> read() {
            if (stacks.get(stack) instanceof VolumeStack.Unusable unusable) {
                return new Unreadable<>(unusable.reason());
            }
            Reading<Loaded> volume = load(stack);
            return volume instanceof Readable<Loaded> readable
                    ? new Readable<>(content(readable.value()))
                    : new Unreadable<>(((Unreadable<Loaded>) volume).reason());
        }

        private CaseContent content(Loaded whole) {
            Axis axis = reading.origin().volumes().axis();
            int slice = ((VolumeStack.Slices) stacks.get(stack)).slices().get(index);
            var grid = whole.volume().grid();
            return new CaseContent(
                    new ImageFile(whole.volume().slice(axis, slice), Optional.empty()),
                    whole.masks().predicted().map(mask -> mask.slice(grid, axis, slice)),
                    whole.masks().groundTruth().map(mask -> mask.slice(grid, axis, slice)),
                    Optional.of(StudyPseudonym.of(whole.volume().content())));
        }
    }
}
