package io.limen.explainer.adapter.store;

import io.limen.explainer.application.ModelDescription;
import io.limen.explainer.application.ModelRejectedException;
import io.limen.explainer.application.Sha256;
import io.limen.explainer.domain.image.Image;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Whole images of a bank, spread evenly over its folder: the same ones every time. One that can't donate is replaced by the next in
 * the folder.
 *
 * @param images the folder
 * @param description the model's, whose input they become
 */
record WholeDonors(DonorImages images, ModelDescription description) {

    /** Pixels of all donors together, as floats; fewer donors are taken of very large images. */
    private static final long MOST_BYTES = 512L << 20;

    /**
     * The donors.
     *
     * @param count the most
     * @param excludedSha256 the explained image's
     * @param like donors must be of its size
     */
    List<Image> choose(int count, String excludedSha256, Image like) throws ModelRejectedException {
        List<Path> files = images.files();
        int most = (int) Math.min(count, Math.max(1, MOST_BYTES / (Float.BYTES * (long) like.pixels().length)));
        Set<Integer> tried = new HashSet<>();
        List<Image> donors = new ArrayList<>();
        for (int i = 0; i < most && tried.size() < Math.min(files.size(), DonorPatches.MAX_IMAGES); i++) {
            int start = (int) ((2L * i + 1) * files.size() / (2L * most));
            for (int step = 0; step < files.size() && donors.size() == i; step++) {
                int at = (start + step) % files.size();
                if (tried.size() < DonorPatches.MAX_IMAGES && tried.add(at)) {
                    donate(files.get(at), excludedSha256, like, donors);
                }
            }
        }
        return donors;
    }

    private void donate(Path file, String excludedSha256, Image like, List<Image> donors)
            throws ModelRejectedException {
        byte[] encoded = images.read(file);
        if (Sha256.of(encoded).equals(excludedSha256)) {
            return;
        }
        Image image = images.decode(file, encoded, description);
        if (image.height() == like.height() && image.width() == like.width()) {
            donors.add(image);
        }
    }
}
