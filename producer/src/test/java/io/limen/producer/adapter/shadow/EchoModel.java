package io.limen.producer.adapter.shadow;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.nio.charset.StandardCharsets;
import javax.imageio.ImageIO;

/** A program that answers as {@code limen segment} does: what is bright is foreground. Its behaviour is the folder's name. */
public final class EchoModel {

    private EchoModel() {}

    /** The last argument is the folder of the model. */
    public static void main(String[] arguments) throws Exception {
        String behaviour = arguments[arguments.length - 1];
        if (behaviour.endsWith("silent")) {
            Thread.currentThread().join();
        }
        if (behaviour.endsWith("broken")) {
            System.exit(2);
        }
        DataInputStream in = new DataInputStream(System.in);
        DataOutputStream out = new DataOutputStream(System.out);
        out.writeByte(2);
        out.flush();
        while (true) {
            var image = ImageIO.read(new ByteArrayInputStream(in.readNBytes(in.readInt())));
            int pixel = image.getRGB(0, 0) & 0xFFFFFF;
            if (pixel == 0xFF0000) {
                System.exit(139);
            }
            if (pixel == 0x0000FE) {
                Thread.currentThread().join();
            }
            if (pixel == 0x00FF00) {
                byte[] line = "no green".getBytes(StandardCharsets.UTF_8);
                out.writeByte(1);
                out.writeInt(line.length);
                out.write(line);
            } else {
                out.writeByte(0);
                out.writeInt(behaviour.endsWith("small") ? 1 : image.getHeight());
                out.writeInt(image.getWidth());
                byte[] bits =
                        new byte[(image.getWidth() * (behaviour.endsWith("small") ? 1 : image.getHeight()) + 7) / 8];
                for (int i = 0; i < image.getWidth() * image.getHeight() && i / 8 < bits.length; i++) {
                    if ((image.getRGB(i % image.getWidth(), i / image.getWidth()) & 0xFF) > 127) {
                        bits[i / 8] |= (byte) (0x80 >>> i % 8);
                    }
                }
                out.write(bits);
            }
            out.flush();
        }
    }
}
