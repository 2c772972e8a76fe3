package io.limen.explainer.domain.intervention;

import io.limen.explainer.domain.image.Block;
import io.limen.explainer.domain.image.Image;
import java.util.List;

/**
 * do(block := donor patch) for several blocks at once.
 *
 * @param parts one per block
 */
public record JointIntervention(List<Intervention> parts) {

    public JointIntervention {
        parts = List.copyOf(parts);
    }

    /** The image with all of the blocks replaced; blocks are clipped as the grid clips them. Cost O(pixels). */
    public Image on(Image image, PatchBank bank) {
        float[] pixels = image.pixels().clone();
        for (Intervention part : parts) {
            paste(bank, part, image, pixels);
        }
        return new Image(image.height(), image.width(), image.channels(), pixels);
    }

    private static void paste(PatchBank bank, Intervention part, Image image, float[] pixels) {
        Block block = part.block();
        float[] patch = bank.patches().get(part.donor());
        int side = bank.blockSize();
        for (int line = 0; line < image.channels() * block.height(); line++) {
            int channel = line / block.height();
            int row = line % block.height();
            int start = (channel * image.height() + block.y() + row) * image.width() + block.x();
            System.arraycopy(patch, (channel * side + row) * side, pixels, start, block.width());
        }
    }
}
