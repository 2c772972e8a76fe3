package io.limen.explainer.adapter.report;

import io.limen.explainer.domain.attribution.AttributionMap;
import io.limen.explainer.domain.attribution.BlockEffect;
import io.limen.explainer.domain.image.Block;
import io.limen.explainer.domain.image.Image;
import io.limen.explainer.domain.image.Mask;
import io.limen.explainer.domain.image.RegionOfInterest;
import io.limen.explainer.domain.image.Window;
import java.awt.AlphaComposite;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.geom.Ellipse2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.function.DoubleFunction;
import javax.imageio.ImageIO;

/** A picture of a case in the making; image coordinates are enlarged so that lines stay thin. One thread. */
public final class Canvas {

    static final Color REGION = new Color(0x00c853);
    private static final Color HALO = new Color(0, 0, 0, 150);
    private static final Color UNTREATED = new Color(0xe4e7eb);

    private final BufferedImage picture;
    private final Graphics2D graphics;
    private final double scale;

    /**
     * A white picture.
     *
     * @param scale pixels of the picture per pixel of the image
     */
    public Canvas(int widthPx, int heightPx, double scale) {
        this.picture = new BufferedImage(widthPx, heightPx, BufferedImage.TYPE_INT_RGB);
        this.graphics = picture.createGraphics();
        this.scale = scale;
        graphics.setColor(Color.WHITE);
        graphics.fillRect(0, 0, widthPx, heightPx);
    }

    Graphics2D graphics() {
        return graphics;
    }

    /** The image: pixels as squares when enlarged, smoothed when made smaller. */
    public void image(Image image) {
        BufferedImage source = new BufferedImage(image.width(), image.height(), BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < image.height(); y++) {
            for (int x = 0; x < image.width(); x++) {
                source.setRGB(x, y, rgb(image, y, x));
            }
        }
        graphics.setRenderingHint(
                RenderingHints.KEY_INTERPOLATION,
                scale >= 1
                        ? RenderingHints.VALUE_INTERPOLATION_NEAREST_NEIGHBOR
                        : RenderingHints.VALUE_INTERPOLATION_BICUBIC);
        graphics.drawImage(source, 0, 0, px(image.width()), px(image.height()), null);
    }

    /** A mask, white on black. */
    void mask(Mask mask) {
        float[] pixels = new float[mask.height() * mask.width()];
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = mask.foreground()[i] ? 1 : 0;
        }
        image(new Image(mask.height(), mask.width(), 1, pixels));
    }

    /** Every treated block in the colour of its effect. */
    void blocks(AttributionMap map, DoubleFunction<Color> paint) {
        for (BlockEffect effect : map.effects()) {
            block(effect.block(), paint.apply(effect.ate()));
        }
    }

    /** One block in one colour. */
    public void block(Block block, Color colour) {
        graphics.setColor(colour);
        graphics.fill(square(block));
    }

    /** The blocks that touch the region, hatched: they have no effect, which is not an effect of zero. */
    void untreated(AttributionMap map) {
        for (int index = 0; index < map.grid().size(); index++) {
            Block block = map.grid().block(index);
            if (block.touches(map.region())) {
                hatched(block);
            }
        }
    }

    /** A block of which nothing is said. */
    public void hatched(Block block) {
        Rectangle square = square(block);
        graphics.setColor(UNTREATED);
        graphics.fill(square);
        graphics.setColor(Color.WHITE);
        graphics.drawLine(square.x, square.y + square.height, square.x + square.width, square.y);
    }

    /** A dot on every significant block, so that significance does not hang on colour. */
    void significance(AttributionMap map) {
        smooth(true);
        for (BlockEffect effect : map.effects()) {
            if (effect.significant()) {
                Rectangle square = square(effect.block());
                double radius = Math.max(1.5, Math.min(square.width, square.height) / 9.0);
                graphics.setColor(HALO);
                graphics.fill(dot(square, radius + 1));
                graphics.setColor(Color.WHITE);
                graphics.fill(dot(square, radius));
            }
        }
        smooth(false);
    }

    /** The outline of a mask. */
    public void contour(Mask mask, Color colour, float widthPx) {
        Shape path = MaskContour.of(mask, scale);
        graphics.setStroke(new BasicStroke(widthPx + 1.5f));
        graphics.setColor(HALO);
        graphics.draw(path);
        graphics.setStroke(new BasicStroke(widthPx));
        graphics.setColor(colour);
        graphics.draw(path);
    }

    /** The region of interest, outlined in green just outside its pixels. Cost O(runs of the region). */
    public void region(RegionOfInterest region, int widthPx) {
        var outline = new BufferedImage(picture.getWidth(), picture.getHeight(), BufferedImage.TYPE_INT_ARGB);
        Graphics2D pen = outline.createGraphics();
        List<Rectangle> runs = region.runs().stream().map(this::rectangle).toList();
        pen.setColor(REGION);
        runs.forEach(run ->
                pen.fillRect(run.x - widthPx, run.y - widthPx, run.width + 2 * widthPx, run.height + 2 * widthPx));
        pen.setComposite(AlphaComposite.Clear);
        runs.forEach(run -> pen.fillRect(run.x, run.y, run.width, run.height));
        pen.dispose();
        graphics.drawImage(outline, 0, 0, null);
    }

    /** A thin frame around the image's area, for a map that is white at its edge. */
    public void frame(Image image) {
        graphics.setStroke(new BasicStroke(1));
        graphics.setColor(UNTREATED);
        graphics.drawRect(0, 0, px(image.width()) - 1, px(image.height()) - 1);
    }

    /** The picture so far as PNG. */
    public byte[] png() {
        var bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(picture, "png", bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private void smooth(boolean on) {
        graphics.setRenderingHint(
                RenderingHints.KEY_ANTIALIASING,
                on ? RenderingHints.VALUE_ANTIALIAS_ON : RenderingHints.VALUE_ANTIALIAS_OFF);
    }

    private int px(int imagePixels) {
        return (int) Math.round(imagePixels * scale);
    }

    private Rectangle square(Block block) {
        return rectangle(new Window(block.y(), block.x(), block.height(), block.width()));
    }

    private Rectangle rectangle(Window window) {
        int left = px(window.x());
        int top = px(window.y());
        return new Rectangle(left, top, px(window.right()) - left, px(window.bottom()) - top);
    }

    private static Shape dot(Rectangle square, double radius) {
        return new Ellipse2D.Double(square.getCenterX() - radius, square.getCenterY() - radius, 2 * radius, 2 * radius);
    }

    private static int rgb(Image image, int y, int x) {
        int rgb = 0;
        for (int channel = 0; channel < 3; channel++) {
            float value = image.at(Math.min(channel, image.channels() - 1), y, x);
            rgb = rgb << 8 | Math.round(255 * Math.max(0, Math.min(1, value)));
        }
        return rgb;
    }
}
