package io.limen.explainer.adapter.report;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.util.function.IntFunction;

/**
 * Writes on pictures. A Java runtime without fonts fails in many ways at the first letter (errors of the JDK's own native
 * code among them), so the first failure ends all writing and is remembered; the picture is still made.
 */
final class Lettering {

    private static final Color INK = new Color(0x1f2933);

    private final int sizePx;
    private final IntFunction<Font> fonts;
    private boolean missing;

    /** @param sizePx height of the letters, pixels */
    Lettering(int sizePx) {
        this(sizePx, size -> new Font(Font.SANS_SERIF, Font.PLAIN, size));
    }

    /** @param fonts a font of a height in pixels */
    Lettering(int sizePx, IntFunction<Font> fonts) {
        this.sizePx = sizePx;
        this.fonts = fonts;
    }

    /** Height of the letters, pixels. */
    int sizePx() {
        return sizePx;
    }

    /** Whether text was left out because this runtime has no fonts. */
    boolean missing() {
        return missing;
    }

    /** Writes one line whose left end and vertical middle are given. */
    void write(Graphics2D graphics, String text, int x, int middleY) {
        if (missing) {
            return;
        }
        try {
            graphics.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
            graphics.setFont(fonts.apply(sizePx));
            graphics.setColor(INK);
            var metrics = graphics.getFontMetrics();
            graphics.drawString(text, x, middleY + (metrics.getAscent() - metrics.getDescent()) / 2);
        } catch (RuntimeException | LinkageError | InternalError noFonts) {
            missing = true;
        }
    }
}
