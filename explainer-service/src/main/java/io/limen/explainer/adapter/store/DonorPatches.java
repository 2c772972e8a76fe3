package io.limen.explainer.adapter.store;

import io.limen.explainer.application.ModelDescription;
import io.limen.explainer.application.ModelRejectedException;
import io.limen.explainer.application.Sha256;
import io.limen.explainer.domain.image.Block;
import io.limen.explainer.domain.image.BlockGrid;
import io.limen.explainer.domain.image.Image;
import io.limen.explainer.domain.intervention.DonorHalf;
import io.limen.explainer.domain.intervention.PatchBank;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * Patches of one size, cut from the images of a bank: grid-aligned, not overlapping, drawn at random with a fixed seed,
 * as many from every image. Cut once; leaving an image out is then a matter of choosing.
 *
 * @param channels channels of a patch
 * @param blockSize side of a patch, pixels
 * @param byImage what each image gives
 */
record DonorPatches(int channels, int blockSize, List<FromImage> byImage) {

    /** Patches in a bank; the published method uses as many. */
    static final int MAX_PATCHES = 1000;

    /** More images than this are not decoded. */
    static final int MAX_IMAGES = 1000;

    /** Fixed: a bank is part of what identifies an explanation. */
    private static final long SEED = 20511;

    /**
     * @param imageSha256 of the image's file
     * @param patches each [channels, blockSize, blockSize], values in [0,1]
     */
    record FromImage(String imageSha256, List<float[]> patches) {}

    /** Decodes the images and cuts patches. Cost: one decoding per image. */
    static DonorPatches cut(DonorImages images, ModelDescription description, int blockSize)
            throws ModelRejectedException {
        List<Path> files = new ArrayList<>(images.files());
        Random random = new Random(SEED);
        if (files.size() > MAX_IMAGES) {
            Collections.shuffle(files, random);
            files = files.subList(0, MAX_IMAGES);
        }
        // One image may be left out; the others fill the bank alone.
        int perImage = -Math.floorDiv(-MAX_PATCHES, Math.max(1, files.size() - 1));
        List<FromImage> byImage = new ArrayList<>();
        for (Path file : files) {
            byte[] encoded = images.read(file);
            Image image = images.decode(file, encoded, description);
            byImage.add(new FromImage(Sha256.of(encoded), draw(image, blockSize, perImage, random)));
        }
        return new DonorPatches(description.channels(), blockSize, byImage);
    }

    /** What the images of one half give. */
    DonorPatches of(DonorHalf half) {
        return new DonorPatches(
                channels,
                blockSize,
                IntStream.range(0, byImage.size())
                        .filter(half::holds)
                        .mapToObj(byImage::get)
                        .toList());
    }

    /** The bank without one image. @throws ModelRejectedException when nothing is left */
    PatchBank without(String excludedImageSha256) throws ModelRejectedException {
        List<float[]> patches = new ArrayList<>();
        for (FromImage image : byImage) {
            if (!image.imageSha256().equals(excludedImageSha256)) {
                patches.addAll(image.patches());
            }
        }
        if (patches.isEmpty()) {
            throw new ModelRejectedException("the bank has no patch of " + blockSize + "x" + blockSize
                    + " pixels once the explained image is left out");
        }
        Collections.shuffle(patches, new Random(SEED));
        List<float[]> chosen = patches.subList(0, Math.min(MAX_PATCHES, patches.size()));
        return new PatchBank(blockSize, channels, chosen, hash(chosen));
    }

    private static List<float[]> draw(Image image, int blockSize, int count, Random random) {
        List<Block> whole = new ArrayList<>();
        if (image.height() >= blockSize && image.width() >= blockSize) {
            BlockGrid grid = new BlockGrid(image.height(), image.width(), blockSize);
            for (int index = 0; index < grid.size(); index++) {
                Block block = grid.block(index);
                if (block.height() == blockSize && block.width() == blockSize) {
                    whole.add(block);
                }
            }
        }
        Collections.shuffle(whole, random);
        return whole.stream().limit(count).map(block -> copy(image, block)).toList();
    }

    private static float[] copy(Image image, Block block) {
        float[] patch = new float[image.channels() * block.height() * block.width()];
        int at = 0;
        for (int channel = 0; channel < image.channels(); channel++) {
            for (int row = 0; row < block.height(); row++) {
                int start = (channel * image.height() + block.y() + row) * image.width() + block.x();
                System.arraycopy(image.pixels(), start, patch, at, block.width());
                at += block.width();
            }
        }
        return patch;
    }

    private static String hash(List<float[]> patches) {
        MessageDigest digest = Sha256.digest();
        for (float[] patch : patches) {
            ByteBuffer bytes = ByteBuffer.allocate(Float.BYTES * patch.length);
            bytes.asFloatBuffer().put(patch);
            digest.update(bytes);
        }
        return Sha256.text(digest.digest());
    }
}
