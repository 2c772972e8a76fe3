package io.limen.producer.adapter.image;

import io.limen.producer.application.PngEncoding;
import io.limen.producer.domain.image.Mask;
import io.limen.producer.domain.image.Pixels;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** PNG by the JDK's writer, compressed as hard as it can: fewer images outgrow a record. */
public final class ImageIoPngEncoding implements PngEncoding {

    private static final byte FOREGROUND = (byte) 255;

    @Override
    public byte[] encode(Pixels pixels) {
        BufferedImage image = new BufferedImage(pixels.width(), pixels.height(), BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < pixels.height(); y++) {
            image.getRaster().setDataElements(0, y, pixels.width(), 1, pixels.row(y));
        }
        return png(image);
    }

    @Override
    public byte[] encode(Mask mask) {
        BufferedImage image = new BufferedImage(mask.width(), mask.height(), BufferedImage.TYPE_BYTE_GRAY);
        byte[] row = new byte[mask.width()];
        for (int y = 0; y < mask.height(); y++) {
            for (int x = 0; x < mask.width(); x++) {
                row[x] = mask.at(y, x) ? FOREGROUND : 0;
            }
            image.getRaster().setDataElements(0, y, mask.width(), 1, row);
        }
        return png(image);
    }

    private static byte[] png(BufferedImage image) {
        ImageWriter writer = ImageIO.getImageWritersByFormatName("png").next();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ImageOutputStream output = new MemoryCacheImageOutputStream(bytes)) {
            ImageWriteParam hardest = writer.getDefaultWriteParam();
            hardest.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            hardest.setCompressionQuality(0);
            writer.setOutput(output);
            writer.write(null, new IIOImage(image, null, null), hardest);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }
}
