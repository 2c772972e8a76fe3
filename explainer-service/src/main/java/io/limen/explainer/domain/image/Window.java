package io.limen.explainer.domain.image;

/**
 * A rectangle of an image's pixels.
 *
 * @param y top row, 0 or more
 * @param x left column, 0 or more
 * @param height rows, 1 or more
 * @param width columns, 1 or more
 */
public record Window(int y, int x, int height, int width) {

    public Window {
        if (y < 0 || x < 0 || height < 1 || width < 1) {
            throw new IllegalArgumentException("Window: " + y + "," + x + "," + height + "," + width);
        }
    }

    /** All of an image. */
    public static Window whole(int imageHeight, int imageWidth) {
        return new Window(0, 0, imageHeight, imageWidth);
    }

    /** The first row below the window. */
    public int bottom() {
        return y + height;
    }

    /** The first column right of the window. */
    public int right() {
        return x + width;
    }

    /** Pixels in the window. */
    public int area() {
        return height * width;
    }

    /** Whether a point lies in the window or on its edge; row 3 reaches from 3 to 4. */
    public boolean holds(double pointY, double pointX) {
        return pointY >= y && pointY <= bottom() && pointX >= x && pointX <= right();
    }

    /** Whether the window lies inside an image of that size. */
    public boolean fitsIn(int imageHeight, int imageWidth) {
        return y <= imageHeight - height && x <= imageWidth - width;
    }

    /** Whether all of another window lies in this one. */
    public boolean contains(Window other) {
        return other.y >= y && other.x >= x && other.bottom() <= bottom() && other.right() <= right();
    }

    /** Whether the window shares a pixel with another. */
    public boolean meets(Window other) {
        return y < other.bottom() && other.y < bottom() && x < other.right() && other.x < right();
    }

    /** The smallest window around this one and another. */
    public Window around(Window other) {
        int top = Math.min(y, other.y);
        int left = Math.min(x, other.x);
        return new Window(top, left, Math.max(bottom(), other.bottom()) - top, Math.max(right(), other.right()) - left);
    }

    /**
     * The smallest window around this one whose sides lie at multiples of a step, or on the border of the image that
     * holds it.
     */
    public Window alignedTo(int step, int imageHeight, int imageWidth) {
        int top = y / step * step;
        int left = x / step * step;
        int lower = Math.min(imageHeight, (bottom() + step - 1) / step * step);
        int outer = Math.min(imageWidth, (right() + step - 1) / step * step);
        return new Window(top, left, lower - top, outer - left);
    }
}
