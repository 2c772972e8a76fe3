package io.limen.producer.adapter.image;

import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** Image files of every kind, made when a test needs them. */
final class TestImages {

    static final int WIDTH = 48;
    static final int HEIGHT = 32;

    private TestImages() {}

    /** Smooth, so that lossy formats stay close: red grows to the right, green downwards, blue is constant. */
    static int colour(int y, int x) {
        return (x * 5) << 16 | (y * 7) << 8 | 90;
    }

    /** A gray that a gamma curve would change beyond recognition. */
    static int gray(int y, int x) {
        return (x + y) * 3;
    }

    static BufferedImage rgb(int type) {
        BufferedImage image = new BufferedImage(WIDTH, HEIGHT, type);
        for (int y = 0; y < HEIGHT; y++) {
            for (int x = 0; x < WIDTH; x++) {
                image.setRGB(x, y, 0xFF000000 | colour(y, x));
            }
        }
        return image;
    }

    /** Gray as stored samples; 16-bit samples are 257 times the 8-bit ones. */
    static BufferedImage gray(int type) {
        BufferedImage image = new BufferedImage(WIDTH, HEIGHT, type);
        int scale = type == BufferedImage.TYPE_USHORT_GRAY ? 257 : 1;
        for (int y = 0; y < HEIGHT; y++) {
            for (int x = 0; x < WIDTH; x++) {
                image.getRaster().setSample(x, y, 0, gray(y, x) * scale);
            }
        }
        return image;
    }

    /** 16 colours: index x modulo 16 is 0x010203 times the index. */
    static BufferedImage palette() {
        int[] colours = new int[16];
        for (int i = 0; i < colours.length; i++) {
            colours[i] = i * 0x010203;
        }
        IndexColorModel model = new IndexColorModel(4, 16, colours, 0, false, -1, 0);
        BufferedImage image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_BYTE_BINARY, model);
        for (int y = 0; y < HEIGHT; y++) {
            for (int x = 0; x < WIDTH; x++) {
                image.getRaster().setSample(x, y, 0, x % 16);
            }
        }
        return image;
    }

    /** Left half 0, right half the value, as stored. */
    static BufferedImage halfMask(int type, int value) {
        BufferedImage image = new BufferedImage(WIDTH, HEIGHT, type);
        for (int y = 0; y < HEIGHT; y++) {
            for (int x = WIDTH / 2; x < WIDTH; x++) {
                for (int band = 0; band < image.getRaster().getNumBands(); band++) {
                    image.getRaster().setSample(x, y, band, value);
                }
            }
        }
        return image;
    }

    /** A JPEG of four inks, cyan 40, magenta 120, yellow 200 and black 0 of 255, which the JDK can't write. */
    static byte[] cmykJpeg() throws IOException {
        try (InputStream resource = TestImages.class.getResourceAsStream("cmyk.jpg")) {
            return resource.readAllBytes();
        }
    }

    static byte[] encoded(BufferedImage image, String format) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        if (!ImageIO.write(image, format, bytes)) {
            throw new IOException("no writer for " + format);
        }
        return bytes.toByteArray();
    }

    /** A TIFF of one page or more. */
    static byte[] tiff(String compression, BufferedImage... pages) throws IOException {
        ImageWriter writer = ImageIO.getImageWritersByFormatName("tiff").next();
        ImageWriteParam packed = writer.getDefaultWriteParam();
        packed.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
        packed.setCompressionType(compression);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ImageOutputStream output = new MemoryCacheImageOutputStream(bytes)) {
            writer.setOutput(output);
            writer.prepareWriteSequence(null);
            for (BufferedImage page : pages) {
                writer.writeToSequence(new IIOImage(page, null, null), packed);
            }
            writer.endWriteSequence();
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }

    /** The JPEG with a comment and an EXIF segment that name a patient, and a text behind its end. */
    static byte[] withMetadata(byte[] jpeg, String patient) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.write(jpeg, 0, 2);
        segment(bytes, 0xFE, patient);
        segment(bytes, 0xE1, "Exif\0\0" + patient);
        segment(bytes, 0xED, "Photoshop 3.0\0" + patient);
        bytes.write(jpeg, 2, jpeg.length - 2);
        bytes.writeBytes(patient.getBytes(StandardCharsets.US_ASCII));
        return bytes.toByteArray();
    }

    /** The PNG with a text chunk after its header and a text behind its end; nobody checks a checksum of text. */
    static byte[] pngWithText(byte[] png, String patient) {
        byte[] text = ("Comment\0" + patient).getBytes(StandardCharsets.US_ASCII);
        int endOfHeader = 33;
        ByteBuffer bytes = ByteBuffer.allocate(png.length + 12 + 2 * text.length);
        bytes.put(png, 0, endOfHeader).putInt(text.length).put("tEXt".getBytes(StandardCharsets.US_ASCII));
        bytes.put(text)
                .putInt(0)
                .put(png, endOfHeader, png.length - endOfHeader)
                .put(text);
        return bytes.array();
    }

    private static void segment(ByteArrayOutputStream bytes, int marker, String text) {
        byte[] payload = text.getBytes(StandardCharsets.US_ASCII);
        int length = payload.length + 2;
        bytes.write(0xFF);
        bytes.write(marker);
        bytes.write(length >> 8);
        bytes.write(length);
        bytes.writeBytes(payload);
    }

    static Path file(Path folder, String name, byte[] bytes) throws IOException {
        return Files.write(folder.resolve(name), bytes);
    }
}
