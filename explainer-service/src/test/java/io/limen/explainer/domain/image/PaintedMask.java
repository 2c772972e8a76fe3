package io.limen.explainer.domain.image;

/** Masks painted in text: one string per row, {@code #} for the foreground. */
public final class PaintedMask {

    private PaintedMask() {}

    public static Mask of(String... rows) {
        int width = rows[0].length();
        boolean[] foreground = new boolean[rows.length * width];
        for (int i = 0; i < foreground.length; i++) {
            foreground[i] = rows[i / width].charAt(i % width) == '#';
        }
        return new Mask(rows.length, width, foreground);
    }
}
