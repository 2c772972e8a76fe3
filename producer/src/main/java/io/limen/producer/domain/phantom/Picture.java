package io.limen.producer.domain.phantom;

/** The picture while it is painted: display colours in [0, 1] per pixel, and which pixels something opaque hides. */
final class Picture {

    final Grid grid;
    final float[] red;
    final float[] green;
    final float[] blue;
    final boolean[] hidden;

    Picture(Grid grid) {
        this.grid = grid;
        this.red = new float[grid.length()];
        this.green = new float[grid.length()];
        this.blue = new float[grid.length()];
        this.hidden = new boolean[grid.length()];
    }

    void set(int index, Colour colour) {
        red[index] = (float) colour.red();
        green[index] = (float) colour.green();
        blue[index] = (float) colour.blue();
    }

    /** Lays a colour over a pixel; {@code share} 1 hides what was there. */
    void cover(int index, Colour colour, double share) {
        red[index] += (float) ((colour.red() - red[index]) * share);
        green[index] += (float) ((colour.green() - green[index]) * share);
        blue[index] += (float) ((colour.blue() - blue[index]) * share);
    }

    /** Multiplies a pixel's light. */
    void light(int index, Colour gain) {
        red[index] *= (float) gain.red();
        green[index] *= (float) gain.green();
        blue[index] *= (float) gain.blue();
    }

    /** Marks a pixel as hidden where an opaque thing covers at least half of it. */
    void hide(int index, double share) {
        hidden[index] |= share >= 0.5;
    }
}
