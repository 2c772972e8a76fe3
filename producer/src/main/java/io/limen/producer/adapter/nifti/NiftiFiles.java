package io.limen.producer.adapter.nifti;

import io.limen.producer.application.Reading;
import io.limen.producer.application.Reading.Readable;
import io.limen.producer.application.Reading.Unreadable;
import io.limen.producer.application.VolumeFiles;
import io.limen.producer.domain.identity.Sha256;
import io.limen.producer.domain.image.ForegroundRule;
import io.limen.producer.domain.volume.GrayVolume;
import io.limen.producer.domain.volume.MaskVolume;
import io.limen.producer.domain.volume.VoxelGrid;
import io.limen.producer.domain.volume.Window;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.BitSet;
import java.util.HexFormat;
import java.util.Objects;
import java.util.Optional;

/** Reads NIfTI-1 and NIfTI-2 files (.nii, .nii.gz). */
public final class NiftiFiles implements VolumeFiles {

    private final Optional<Window> window;
    private final ForegroundRule foreground;

    /**
     * Reads volumes for a user who has chosen.
     *
     * @param window which values are shown; empty: what the volume's percentiles say
     * @param labels classes that are foreground in masks; empty: everything but 0
     */
    public NiftiFiles(Optional<Window> window, Optional<ForegroundRule.Labels> labels) {
        this.window = Objects.requireNonNull(window, "window");
        this.foreground = labels.isPresent() ? labels.get() : new ForegroundRule.AtLeast(1);
    }

    @Override
    public Reading<VoxelGrid> readGrid(Path file) {
        try {
            return new Readable<>(NiftiFile.open(file).header().grid());
        } catch (UnusableVolume e) {
            return new Unreadable<>(e.getMessage());
        }
    }

    @Override
    public Reading<GrayVolume> readVolume(Path file) {
        try {
            NiftiFile volume = NiftiFile.open(file);
            return new Readable<>(shown(volume, window.isPresent() ? window.get() : percentiles(volume)));
        } catch (UnusableVolume e) {
            return new Unreadable<>(e.getMessage());
        }
    }

    private static Window percentiles(NiftiFile volume) throws UnusableVolume {
        VoxelSample sample = VoxelSample.of(volume.header().grid());
        volume.read((stored, values, count) -> sample.add(values, count));
        return Window.of(sample.finite());
    }

    private static GrayVolume shown(NiftiFile volume, Window window) throws UnusableVolume {
        VoxelGrid grid = volume.header().grid();
        byte[] gray = new byte[(int) grid.voxels()];
        MessageDigest digest = sha256();
        int[] next = {0};
        volume.read((stored, values, count) -> {
            digest.update(stored, 0, count * volume.header().type().size());
            for (int i = 0; i < count; i++) {
                gray[next[0]++] = (byte) window.gray(values[i]);
            }
        });
        return new GrayVolume(grid, gray, new Sha256(HexFormat.of().formatHex(digest.digest())));
    }

    /** Labels are whole numbers; a probability counts from one half on. */
    @Override
    public Reading<MaskVolume> readMask(Path file) {
        try {
            NiftiFile volume = NiftiFile.open(file);
            BitSet bits = new BitSet();
            int[] next = {0};
            volume.read((stored, values, count) -> {
                for (int i = 0; i < count; i++) {
                    bits.set(next[0]++, foreground.holds((int) Math.rint(values[i])));
                }
            });
            return new Readable<>(new MaskVolume(volume.header().grid(), bits));
        } catch (UnusableVolume e) {
            return new Unreadable<>(e.getMessage());
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
