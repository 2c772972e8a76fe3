package io.limen.explainer.adapter.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.limen.explainer.application.SampleCase;
import io.limen.explainer.domain.attribution.Explanation;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

class CasePicturesTest {

    private static final int SCALE = 16;
    private static final Color GREY = new Color(102, 102, 102);

    private final CasePictures pictures = new CasePictures();
    private final Explanation explanation = SampleCase.twoEffects().explanation();
    private final ColourScale colours = new ColourScale(4);

    @Test
    void theHeatmapPaintsEveryBlockInTheColourOfItsEffect() throws IOException {
        BufferedImage heatmap = read(pictures.heatmap(explanation, new Lettering(18)));

        assertEquals(colours.colour(-4), at(heatmap, 1, 1));
        assertEquals(colours.colour(2), at(heatmap, 1, 41));
        assertEquals(Color.WHITE, at(heatmap, 26, 2));
    }

    @Test
    void theOverlayLetsTheImageThroughWhereThereIsNoEffect() throws IOException {
        BufferedImage overlay = read(pictures.overlay(explanation, new Lettering(18)));

        assertEquals(GREY, at(overlay, 26, 2));
        assertTrue(at(overlay, 1, 1).getRed() > at(overlay, 1, 1).getBlue() + 60);
        assertTrue(at(overlay, 1, 41).getBlue() > at(overlay, 1, 41).getRed() + 60);
    }

    @Test
    void theRegionIsOutlinedInGreenJustOutsideItsPixels() throws IOException {
        BufferedImage overlay = read(pictures.overlay(explanation, new Lettering(18)));

        assertEquals(Canvas.REGION.getRGB(), overlay.getRGB(20 * SCALE, 8 * SCALE - 1));
        assertEquals(Canvas.REGION.getRGB(), overlay.getRGB(20 * SCALE, 16 * SCALE));
        assertEquals(Canvas.REGION.getRGB(), overlay.getRGB(16 * SCALE - 1, 12 * SCALE));
        assertEquals(GREY.getRGB(), overlay.getRGB(20 * SCALE, 8 * SCALE + 1));
    }

    @Test
    void aRegionOfPixelsIsOutlinedAlongItsPixels() throws IOException {
        Explanation triangle = SampleCase.maskRegion().explanation();
        BufferedImage overlay = read(pictures.overlay(triangle, new Lettering(18)));

        // the row 10 of the image holds three pixels of the region, the columns 16 to 18
        assertEquals(Canvas.REGION.getRGB(), overlay.getRGB(19 * SCALE, 10 * SCALE + 8));
        assertEquals(Canvas.REGION.getRGB(), overlay.getRGB(16 * SCALE - 1, 10 * SCALE + 8));
        assertEquals(GREY.getRGB(), overlay.getRGB(17 * SCALE + 8, 11 * SCALE + 8));
        assertEquals(GREY.getRGB(), overlay.getRGB(22 * SCALE + 8, 9 * SCALE + 8));
    }

    @Test
    void theRegionAsAMaskHoldsItsPixelsAndNoOthers() throws IOException {
        Explanation triangle = SampleCase.maskRegion().explanation();
        BufferedImage mask = read(pictures.region(triangle));

        assertEquals(48, mask.getWidth());
        assertEquals(32, mask.getHeight());
        for (int y = 0; y < 32; y++) {
            for (int x = 0; x < 48; x++) {
                boolean inside = triangle.map().region().contains(y, x);
                assertEquals(inside ? Color.WHITE : Color.BLACK, new Color(mask.getRGB(x, y)));
            }
        }
    }

    @Test
    void significantBlocksCarryADot() throws IOException {
        BufferedImage heatmap = read(pictures.heatmap(explanation, new Lettering(18)));

        assertEquals(Color.WHITE, at(heatmap, 4, 4));
        assertEquals(Color.WHITE, at(heatmap, 4, 44));
        assertNotEquals(at(heatmap, 4, 4), at(heatmap, 1, 1));
    }

    @Test
    void theContourOfTheReferenceIsDrawn() throws IOException {
        BufferedImage overlay = read(pictures.overlay(explanation, new Lettering(18)));

        assertEquals(Color.WHITE.getRGB(), overlay.getRGB(30 * SCALE, 22 * SCALE));
    }

    @Test
    void smallInputsAreEnlargedByAWholeNumber() throws IOException {
        BufferedImage overlay = read(pictures.overlayPanel(explanation));

        assertEquals(48 * SCALE, overlay.getWidth());
        assertEquals(32 * SCALE, overlay.getHeight());
    }

    @Test
    void aThumbnailIsNoLargerThanAskedFor() throws IOException {
        BufferedImage small = read(pictures.png(explanation, 24));
        BufferedImage large = read(pictures.png(explanation, 256));

        assertEquals(24, small.getWidth());
        assertEquals(16, small.getHeight());
        assertEquals(240, large.getWidth());
        assertTrue(new Color(large.getRGB(2, 2)).getRed() > new Color(large.getRGB(2, 2)).getBlue() + 60);
    }

    @Test
    void aRuntimeWithFontsWritesNumbers() {
        Lettering lettering = new Lettering(18);

        pictures.heatmap(explanation, lettering);

        assertFalse(lettering.missing());
    }

    private static BufferedImage read(byte[] png) throws IOException {
        return ImageIO.read(new ByteArrayInputStream(png));
    }

    private static Color at(BufferedImage picture, int imageRow, int imageColumn) {
        return new Color(picture.getRGB(imageColumn * SCALE, imageRow * SCALE));
    }
}
