package io.limen.aggregator.adapter.dashboard;

import io.limen.schemas.Attribution;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Optional;

/** A PNG picture of a case with its map; bytes that are no PNG, or too many, are no overlay. */
public final class Overlay {

    /** A picture of 256 x 256 pixels is at most 200 KiB; a model's newest ones must fit into memory. */
    static final int MAX_BYTES = 512 * 1024;

    private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};

    private final byte[] png;

    private Overlay(byte[] png) {
        this.png = png;
    }

    /** The picture that travels with the attribution, if there is one. */
    public static Optional<Overlay> of(Attribution attribution) {
        ByteBuffer bytes = attribution.getOverlay();
        if (bytes == null || bytes.remaining() > MAX_BYTES || bytes.remaining() < SIGNATURE.length) {
            return Optional.empty();
        }
        byte[] png = new byte[bytes.remaining()];
        bytes.duplicate().get(png);
        boolean isPng = Arrays.equals(png, 0, SIGNATURE.length, SIGNATURE, 0, SIGNATURE.length);
        return isPng ? Optional.of(new Overlay(png)) : Optional.empty();
    }

    /** The file. */
    public byte[] png() {
        return png.clone();
    }
}
