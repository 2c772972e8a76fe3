package io.limen.explainer.domain.faithfulness;

import io.limen.explainer.domain.image.Mask;
import io.limen.explainer.domain.image.RegionOfInterest;
import java.util.Optional;

/** Where a model's planted cause lies in a case. */
public sealed interface CauseRule {

    /**
     * The cause's pixels, of the input's size, the region's own left out.
     *
     * @param marked pixels that the data set marks for this case, of the input's size
     * @return empty when the case has no cause
     */
    Optional<Mask> cause(RegionOfInterest region, int height, int width, Optional<Mask> marked);

    /** Nothing was planted. */
    record Nothing() implements CauseRule {

        @Override
        public Optional<Mask> cause(RegionOfInterest region, int height, int width, Optional<Mask> marked) {
            return Optional.empty();
        }
    }

    /** What the data set marks, case by case. */
    record Marked() implements CauseRule {

        @Override
        public Optional<Mask> cause(RegionOfInterest region, int height, int width, Optional<Mask> marked) {
            return marked.filter(mask -> mask.area() > 0);
        }
    }

    /**
     * The pixels around the region.
     *
     * @param widthPx how many rows and columns, 1 or more; corners included
     */
    record Ring(int widthPx) implements CauseRule {

        public Ring {
            if (widthPx < 1) {
                throw new IllegalArgumentException("widthPx: " + widthPx);
            }
        }

        @Override
        public Optional<Mask> cause(RegionOfInterest region, int height, int width, Optional<Mask> marked) {
            boolean[] pixels = new boolean[height * width];
            for (int y = Math.max(0, region.y() - widthPx);
                    y < Math.min(height, region.bounds().bottom() + widthPx);
                    y++) {
                for (int x = Math.max(0, region.x() - widthPx);
                        x < Math.min(width, region.bounds().right() + widthPx);
                        x++) {
                    pixels[y * width + x] = !region.contains(y, x);
                }
            }
            return Optional.of(new Mask(height, width, pixels));
        }
    }

    /**
     * One row of the picture.
     *
     * @param rowPx counted from 0 at the top
     */
    record Row(int rowPx) implements CauseRule {

        public Row {
            if (rowPx < 0) {
                throw new IllegalArgumentException("rowPx: " + rowPx);
            }
        }

        @Override
        public Optional<Mask> cause(RegionOfInterest region, int height, int width, Optional<Mask> marked) {
            boolean[] pixels = new boolean[height * width];
            for (int x = 0; x < width && rowPx < height; x++) {
                pixels[rowPx * width + x] = !region.contains(rowPx, x);
            }
            return Optional.of(new Mask(height, width, pixels)).filter(mask -> mask.area() > 0);
        }
    }
}
