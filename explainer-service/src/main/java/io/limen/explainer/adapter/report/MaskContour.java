package io.limen.explainer.adapter.report;

import io.limen.explainer.domain.image.Mask;
import java.awt.geom.Path2D;

/** The outline of a mask along the edges of its pixels. */
final class MaskContour {

    private MaskContour() {}

    /**
     * Segments between foreground and background; the picture's own border is no edge. Cost O(pixels).
     *
     * @param scale pixels of the picture per pixel of the mask
     */
    static Path2D of(Mask mask, double scale) {
        Path2D path = new Path2D.Double();
        for (int y = 0; y < mask.height(); y++) {
            for (int x = 0; x < mask.width(); x++) {
                if (x > 0 && mask.at(y, x) != mask.at(y, x - 1)) {
                    path.moveTo(x * scale, y * scale);
                    path.lineTo(x * scale, (y + 1) * scale);
                }
                if (y > 0 && mask.at(y, x) != mask.at(y - 1, x)) {
                    path.moveTo(x * scale, y * scale);
                    path.lineTo((x + 1) * scale, y * scale);
                }
            }
        }
        return path;
    }
}
