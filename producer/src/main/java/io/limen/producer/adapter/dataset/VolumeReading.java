package io.limen.producer.adapter.dataset;

import io.limen.producer.application.CaseOrigin;
import io.limen.producer.application.FolderFiles;
import io.limen.producer.application.MaskMeaning;
import io.limen.producer.application.Reading;
import io.limen.producer.application.Reading.Readable;
import io.limen.producer.application.Reading.Unreadable;
import io.limen.producer.application.VolumeFiles;
import io.limen.producer.domain.pairing.PairedFile;
import io.limen.producer.domain.volume.Axis;
import io.limen.producer.domain.volume.GrayVolume;
import io.limen.producer.domain.volume.MaskVolume;
import io.limen.producer.domain.volume.VoxelGrid;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;

/** Reads volumes with their masks, the whole of one at a time. */
record VolumeReading(VolumeFiles volumeFiles, FolderFiles files, CaseOrigin.Folder origin) {

    /**
     * A volume in memory.
     *
     * @param volume the volume
     * @param masks its masks
     */
    record Loaded(GrayVolume volume, Masks masks) {}

    /**
     * Masks of a volume, in the order of its voxels.
     *
     * @param predicted the deployed model's
     * @param groundTruth a human's
     */
    record Masks(Optional<MaskVolume> predicted, Optional<MaskVolume> groundTruth) {}

    /** Which slices are to be published; looks at the header and, unless all are, at the masks. */
    VolumeStack stack(PairedFile file) {
        Reading<VoxelGrid> read = volumeFiles.readGrid(files.path(file.image()));
        if (read instanceof Unreadable<VoxelGrid> unreadable) {
            return new VolumeStack.Unusable(file, unreadable.reason());
        }
        VoxelGrid grid = ((Readable<VoxelGrid>) read).value();
        Axis axis = origin.volumes().axis();
        BitSet slices = new BitSet();
        slices.set(0, grid.slices(axis));
        if (!origin.volumes().allSlices()) {
            Reading<Masks> masks = masks(file, grid);
            if (masks instanceof Unreadable<Masks> unreadable) {
                return new VolumeStack.Unusable(file, unreadable.reason());
            }
            withForeground(((Readable<Masks>) masks).value(), grid).ifPresent(slices::and);
        }
        return new VolumeStack.Slices(file, slices.stream().boxed().toList(), grid.slices(axis) - slices.cardinality());
    }

    private Optional<BitSet> withForeground(Masks masks, VoxelGrid grid) {
        Axis axis = origin.volumes().axis();
        Optional<BitSet> predicted = masks.predicted().map(mask -> mask.slicesWithForeground(grid, axis));
        Optional<BitSet> drawn = masks.groundTruth().map(mask -> mask.slicesWithForeground(grid, axis));
        if (predicted.isPresent() && drawn.isPresent()) {
            drawn.get().or(predicted.get());
        }
        return drawn.or(() -> predicted);
    }

    /** Reads a volume whose header was sound. */
    Reading<Loaded> load(PairedFile file) {
        Reading<GrayVolume> read = volumeFiles.readVolume(files.path(file.image()));
        if (read instanceof Unreadable<GrayVolume> unreadable) {
            return new Unreadable<>(unreadable.reason());
        }
        GrayVolume volume = ((Readable<GrayVolume>) read).value();
        Reading<Masks> masks = masks(file, volume.grid());
        return masks instanceof Readable<Masks> readable
                ? new Readable<>(new Loaded(volume, readable.value()))
                : new Unreadable<>(((Unreadable<Masks>) masks).reason());
    }

    private Reading<Masks> masks(PairedFile file, VoxelGrid grid) {
        Reading<Optional<MaskVolume>> mask = only("mask", file.masks(), grid);
        if (mask instanceof Unreadable<Optional<MaskVolume>> unreadable) {
            return new Unreadable<>(unreadable.reason());
        }
        Reading<Optional<MaskVolume>> prediction = only("prediction", file.predictions(), grid);
        if (prediction instanceof Unreadable<Optional<MaskVolume>> unreadable) {
            return new Unreadable<>(unreadable.reason());
        }
        Optional<MaskVolume> beside = ((Readable<Optional<MaskVolume>>) mask).value();
        Optional<MaskVolume> predicted = ((Readable<Optional<MaskVolume>>) prediction).value();
        return new Readable<>(
                origin.masks().meaning() == MaskMeaning.PREDICTION
                        ? new Masks(predicted.or(() -> beside), Optional.empty())
                        : new Masks(predicted, beside));
    }

    /** The one mask there is, or none; it is an error to have several, or one of other voxels. */
    private Reading<Optional<MaskVolume>> only(String word, List<String> names, VoxelGrid grid) {
        if (names.isEmpty()) {
            return new Readable<>(Optional.empty());
        }
        if (names.size() > 1) {
            return new Unreadable<>("more than one " + word + " bears its name: " + String.join(", ", names));
        }
        Reading<MaskVolume> read = volumeFiles.readMask(files.path(names.get(0)));
        if (read instanceof Unreadable<MaskVolume> unreadable) {
            return new Unreadable<>("its " + word + " " + names.get(0) + ": " + unreadable.reason());
        }
        MaskVolume mask = ((Readable<MaskVolume>) read).value();
        Optional<MaskVolume> inOrder = mask.on(grid);
        if (inOrder.isPresent()) {
            return new Readable<>(inOrder);
        }
        return new Unreadable<>(
                mask.grid().sizes().equals(grid.sizes())
                        ? "its " + word + " lies elsewhere in the body than the volume, as the headers of both say"
                        : "its " + word + " is of " + mask.grid() + " voxels, the volume of " + grid);
    }
}
