package io.limen.explainer.domain.surrogate;

import io.limen.explainer.domain.image.Block;
import io.limen.explainer.domain.image.Image;
import io.limen.explainer.domain.intervention.PatchBank;

/**
 * First-order change of some outputs when a block becomes a donor: gradient times (donor - block), for every donor of the
 * bank at a time.
 */
public final class FirstOrder {

    private final Image image;
    private final int side;
    private final float[][] donorsByPixel;

    /** Turns the bank over, so that its donors lie side by side. Cost O(bank's pixels). */
    public FirstOrder(Image image, PatchBank bank) {
        this.image = image;
        this.side = bank.blockSize();
        this.donorsByPixel = new float[bank.channels() * side * side][bank.size()];
        for (int donor = 0; donor < bank.size(); donor++) {
            float[] patch = bank.patches().get(donor);
            for (int i = 0; i < patch.length; i++) {
                donorsByPixel[i][donor] = patch[i];
            }
        }
    }

    /** Donors in the bank. */
    int donors() {
        return donorsByPixel[0].length;
    }

    /**
     * @param gradient [channels, height, width] of the image, row-major
     * @return change per donor, [donors]. Cost O(block's values x donors)
     */
    public float[] change(float[] gradient, Block block) {
        float[] change = new float[donors()];
        float own = 0;
        for (int channel = 0; channel < image.channels(); channel++) {
            for (int row = 0; row < block.height(); row++) {
                int start = (channel * image.height() + block.y() + row) * image.width() + block.x();
                for (int column = 0; column < block.width(); column++) {
                    float slope = gradient[start + column];
                    own += slope * image.pixels()[start + column];
                    addScaled(change, slope, donorsByPixel[(channel * side + row) * side + column]);
                }
            }
        }
        for (int donor = 0; donor < change.length; donor++) {
            change[donor] -= own;
        }
        return change;
    }

    /** sum += factor x values, a loop that compilers turn into vector instructions. */
    static void addScaled(float[] sum, float factor, float[] values) {
        for (int i = 0; i < sum.length; i++) {
            sum[i] += factor * values[i];
        }
    }
}
