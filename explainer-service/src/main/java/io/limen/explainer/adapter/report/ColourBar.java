package io.limen.explainer.adapter.report;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.util.function.DoubleFunction;

/**
 * The legend beside a map: the scale from hindering (top) to supporting (bottom), with numbers.
 *
 * @param scale the scale shown
 * @param paint how the map beside it paints an effect: {@link ColourScale#colour} or {@link ColourScale#veil}
 */
record ColourBar(ColourScale scale, DoubleFunction<Color> paint) {

    private static final Color FRAME = new Color(0x52606d);

    /** Effects that get a number, from the top: both ends, zero and the halves. */
    double[] ticks() {
        return new double[] {scale.limit(), scale.limit() / 2, 0, -scale.limit() / 2, -scale.limit()};
    }

    /** Pixels from the top of a bar of that height to the middle of an effect. */
    int position(double effect, int height) {
        return (int) Math.round((1 - effect / scale.limit()) / 2 * (height - 1));
    }

    /** Draws the bar at the rectangle and its words to the right of, above and below it. */
    void draw(Graphics2D graphics, Rectangle bar, Lettering lettering) {
        for (int row = 0; row < bar.height; row++) {
            double effect = scale.limit() * (1 - 2.0 * row / (bar.height - 1));
            graphics.setColor(Color.WHITE);
            graphics.fillRect(bar.x, bar.y + row, bar.width, 1);
            graphics.setColor(paint.apply(effect));
            graphics.fillRect(bar.x, bar.y + row, bar.width, 1);
        }
        graphics.setColor(FRAME);
        graphics.drawRect(bar.x - 1, bar.y - 1, bar.width + 1, bar.height + 1);
        int size = lettering.sizePx();
        for (double tick : ticks()) {
            int middle = bar.y + position(tick, bar.height);
            graphics.setColor(FRAME);
            graphics.fillRect(bar.x + bar.width, middle, size / 2, 1);
            lettering.write(graphics, Numbers.effect(tick, scale.limit()), bar.x + bar.width + size * 3 / 4, middle);
        }
        lettering.write(graphics, "hinders", bar.x - 1, bar.y - size * 5 / 4);
        lettering.write(graphics, "supports", bar.x - 1, bar.y + bar.height + size * 5 / 4);
        lettering.write(graphics, "Dice points", bar.x - 1, bar.y + bar.height + size * 11 / 4);
    }
}
