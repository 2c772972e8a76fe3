package io.limen.producer.domain.image;

/**
 * A rectangle of pixels; it may reach beyond an image.
 *
 * @param y its first row, 0 or more
 * @param x its first column, 0 or more
 * @param height rows, 1 or more
 * @param width columns, 1 or more
 */
public record Area(int y, int x, int height, int width) {

    public Area {
        if (y < 0 || x < 0 || height < 1 || width < 1) {
            throw new IllegalArgumentException("Area: " + y + "," + x + "," + height + "," + width);
        }
    }

    /** Whether a pixel of the image lies in it. */
    public boolean meets(Pixels image) {
        return y < image.height() && x < image.width();
    }
}
