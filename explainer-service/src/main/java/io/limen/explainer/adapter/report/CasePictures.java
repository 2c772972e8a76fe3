package io.limen.explainer.adapter.report;

import io.limen.explainer.application.OverlayRenderer;
import io.limen.explainer.domain.attribution.Explanation;
import io.limen.explainer.domain.attribution.ReferenceMode;
import java.awt.Color;
import java.awt.Rectangle;
import java.util.function.DoubleFunction;

/** The pictures of one case: image, mask, attribution map, and the map over the image. */
public final class CasePictures implements OverlayRenderer {

    /** Small inputs are enlarged by a whole number to at least this side, so that lines and numbers are crisp. */
    private static final int READABLE_SIDE_PX = 768;

    private static final Color GROUND_TRUTH = new Color(0xffd54f);

    @Override
    public byte[] png(Explanation explanation, int maxSide) {
        int longer = longerSide(explanation);
        double scale = longer > maxSide ? (double) maxSide / longer : Math.max(1, maxSide / longer);
        Canvas canvas = canvas(explanation, scale);
        ColourScale colours = ColourScale.of(explanation.map());
        canvas.image(explanation.input());
        canvas.blocks(explanation.map(), colours::veil);
        canvas.region(explanation.map().region(), Math.max(1, (int) Math.round(maxSide / 128.0)));
        return canvas.png();
    }

    /** The attribution map with its colour bar. */
    byte[] heatmap(Explanation explanation, Lettering lettering) {
        ColourScale colours = ColourScale.of(explanation.map());
        Canvas canvas = withBar(explanation, colours, colours::colour, lettering);
        heat(canvas, explanation, colours);
        return canvas.png();
    }

    /** The map over the image with its colour bar. */
    byte[] overlay(Explanation explanation, Lettering lettering) {
        ColourScale colours = ColourScale.of(explanation.map());
        Canvas canvas = withBar(explanation, colours, colours::veil, lettering);
        overlay(canvas, explanation, colours);
        return canvas.png();
    }

    /** The map over the image, without words. */
    byte[] overlayPanel(Explanation explanation) {
        Canvas canvas = canvas(explanation, scale(explanation));
        overlay(canvas, explanation, ColourScale.of(explanation.map()));
        return canvas.png();
    }

    /** The attribution map, without words. */
    byte[] heatmapPanel(Explanation explanation) {
        Canvas canvas = canvas(explanation, scale(explanation));
        heat(canvas, explanation, ColourScale.of(explanation.map()));
        return canvas.png();
    }

    /** The image with the region outlined. */
    byte[] imagePanel(Explanation explanation) {
        Canvas canvas = canvas(explanation, scale(explanation));
        canvas.image(explanation.input());
        canvas.region(explanation.map().region(), line(explanation));
        return canvas.png();
    }

    /** The model's mask, with the outline of the ground truth where there is one. */
    byte[] maskPanel(Explanation explanation) {
        Canvas canvas = canvas(explanation, scale(explanation));
        canvas.mask(explanation.prediction());
        canvas.region(explanation.map().region(), line(explanation));
        if (explanation.referenceMode() == ReferenceMode.GROUND_TRUTH) {
            // over the region: an object's outline is the ground truth's own
            canvas.contour(explanation.reference(), GROUND_TRUTH, 2);
        }
        return canvas.png();
    }

    /** The region's pixels as a mask of the model's output, white on black, not enlarged. */
    byte[] region(Explanation explanation) {
        int height = explanation.input().height();
        int width = explanation.input().width();
        Canvas canvas = new Canvas(width, height, 1);
        canvas.mask(explanation.map().region().within(height, width));
        return canvas.png();
    }

    /** Letters of a size that suits the case's pictures. */
    static Lettering lettering(Explanation explanation) {
        return new Lettering((int) (scale(explanation) * longerSide(explanation) / 42));
    }

    private static void heat(Canvas canvas, Explanation explanation, ColourScale colours) {
        canvas.blocks(explanation.map(), colours::colour);
        canvas.untreated(explanation.map());
        canvas.contour(explanation.reference(), new Color(0x9aa5b1), 1);
        canvas.significance(explanation.map());
        canvas.frame(explanation.input());
        canvas.region(explanation.map().region(), line(explanation));
    }

    private static void overlay(Canvas canvas, Explanation explanation, ColourScale colours) {
        canvas.image(explanation.input());
        canvas.blocks(explanation.map(), colours::veil);
        canvas.contour(explanation.reference(), Color.WHITE, 1);
        canvas.significance(explanation.map());
        canvas.region(explanation.map().region(), line(explanation));
    }

    private static Canvas withBar(
            Explanation explanation, ColourScale colours, DoubleFunction<Color> paint, Lettering lettering) {
        int size = lettering.sizePx();
        double scale = scale(explanation);
        int width = (int) Math.round(explanation.input().width() * scale);
        // A panorama is lower than its colour bar needs.
        int height = (int) Math.max(explanation.input().height() * scale, 16 * size);
        Canvas canvas = new Canvas(width + 9 * size, height, scale);
        Rectangle bar = new Rectangle(width + size * 3 / 2, size * 5 / 2, size * 3 / 2, height - 13 * size / 2);
        new ColourBar(colours, paint).draw(canvas.graphics(), bar, lettering);
        return canvas;
    }

    private static Canvas canvas(Explanation explanation, double scale) {
        int width = (int) Math.round(explanation.input().width() * scale);
        int height = (int) Math.round(explanation.input().height() * scale);
        return new Canvas(Math.max(1, width), Math.max(1, height), scale);
    }

    private static double scale(Explanation explanation) {
        return Math.ceil((double) READABLE_SIDE_PX / longerSide(explanation));
    }

    private static int line(Explanation explanation) {
        return Math.max(2, (int) (scale(explanation) * longerSide(explanation) / 192));
    }

    private static int longerSide(Explanation explanation) {
        return Math.max(explanation.input().height(), explanation.input().width());
    }
}
