package io.limen.explainer.adapter.store;

import io.limen.explainer.application.ModelRejectedException;
import io.limen.explainer.application.ModelRepository.RepositoryModel;
import io.limen.explainer.application.SegmentationModel;
import io.limen.explainer.domain.image.Image;
import io.limen.explainer.domain.intervention.DonorHalf;
import io.limen.explainer.domain.intervention.PatchBank;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A loaded model and the donors of its bank's folder; patches are cut again when the folder's files changed. */
final class StoredModel implements RepositoryModel {

    /** Banks kept: block sizes in use times images that were left out lately. A bank of 8x8 patches takes 0.8 MB. */
    private static final int MAX_BANKS = 16;

    private final SegmentationModel model;
    private final DonorImages images;
    private final Map<Integer, DonorPatches> patches = new LinkedHashMap<>();
    private final Map<BankKey, PatchBank> banks = new LinkedHashMap<>();
    private List<FileVersion> seen = List.of();

    /**
     * @param excluded the image left out; empty when the bank does not hold the image anyway
     * @param half empty: all images
     */
    private record BankKey(int blockSize, String excluded, Optional<DonorHalf> half) {}

    StoredModel(SegmentationModel model, DonorImages images) {
        this.model = model;
        this.images = images;
    }

    @Override
    public SegmentationModel model() {
        return model;
    }

    /** One caller at a time: the others want the same patches. */
    @Override
    public synchronized PatchBank bank(int blockSize, String excludedImageSha256) throws ModelRejectedException {
        return bank(blockSize, excludedImageSha256, Optional.empty());
    }

    @Override
    public synchronized PatchBank bank(int blockSize, String excludedImageSha256, DonorHalf half)
            throws ModelRejectedException {
        return bank(blockSize, excludedImageSha256, Optional.of(half));
    }

    private PatchBank bank(int blockSize, String excludedImageSha256, Optional<DonorHalf> half)
            throws ModelRejectedException {
        forgetChangedFiles();
        DonorPatches cut = patches.get(blockSize);
        if (cut == null) {
            cut = DonorPatches.cut(images, model.description(), blockSize);
            keep(patches, blockSize, cut);
        }
        boolean donates =
                cut.byImage().stream().anyMatch(image -> image.imageSha256().equals(excludedImageSha256));
        BankKey key = new BankKey(blockSize, donates ? excludedImageSha256 : "", half);
        PatchBank bank = banks.get(key);
        if (bank == null) {
            bank = half.map(cut::of).orElse(cut).without(key.excluded());
            keep(banks, key, bank);
        }
        return bank;
    }

    @Override
    public List<Image> donorImages(int count, String excludedImageSha256, Image like) throws ModelRejectedException {
        return new WholeDonors(images, model.description()).choose(count, excludedImageSha256, like);
    }

    private void forgetChangedFiles() throws ModelRejectedException {
        List<FileVersion> now = new ArrayList<>();
        for (Path file : images.files()) {
            try {
                now.add(FileVersion.of(file));
            } catch (IOException e) {
                throw new ModelRejectedException("the bank's image " + file.getFileName() + " can't be read", e);
            }
        }
        if (!now.equals(seen)) {
            patches.clear();
            banks.clear();
            seen = now;
        }
    }

    private static <K, V> void keep(Map<K, V> cache, K key, V value) {
        if (cache.size() >= MAX_BANKS) {
            cache.remove(cache.keySet().iterator().next());
        }
        cache.put(key, value);
    }
}
