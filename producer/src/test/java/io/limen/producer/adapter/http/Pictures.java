package io.limen.producer.adapter.http;

import io.limen.producer.adapter.image.ImageIoPngEncoding;
import io.limen.producer.domain.image.Mask;
import io.limen.producer.domain.image.Pixels;

/** Small images to bring. */
public final class Pictures {

    public static final int SIZE = 8;

    private Pictures() {}

    public static byte[] gray(int level) {
        int[] rgb = new int[SIZE * SIZE];
        java.util.Arrays.fill(rgb, level * 0x010101);
        return new ImageIoPngEncoding().encode(new Pixels(SIZE, SIZE, rgb));
    }

    public static byte[] mask(int size) {
        boolean[] foreground = new boolean[size * size];
        foreground[size + 1] = true;
        return new ImageIoPngEncoding().encode(new Mask(size, size, foreground));
    }
}
