package io.limen.producer.adapter.image;

import java.io.ByteArrayOutputStream;
import java.util.Optional;
import java.util.Set;

/**
 * Leaves the metadata out of a JPEG file (ITU-T T.81, annex B) and keeps every coded coefficient: comments, EXIF, XMP, IPTC,
 * colour profiles, thumbnails, and whatever follows the end of the image. What says how to decode stays: a bare JFIF header
 * and Adobe's colour transform.
 */
final class JpegMetadata {

    private static final int SOI = 0xD8;
    private static final int EOI = 0xD9;
    private static final int SOS = 0xDA;
    private static final int APP0 = 0xE0;
    private static final int ADOBE = 0xEE;
    private static final int APP15 = 0xEF;
    private static final int COMMENT = 0xFE;

    private static final int FIRST_FRAME = 0xC0;
    private static final int LAST_FRAME = 0xCF;
    private static final Set<Integer> NO_FRAMES = Set.of(0xC4, 0xC8, 0xCC);

    /** Some decoders put a gamma curve on one component, and they disagree about which way round four are ink. */
    private static final int COLOUR_COMPONENTS = 3;

    /** Length of a JFIF header without a thumbnail. */
    private static final int BARE_JFIF = 16;

    private final byte[] file;
    private final ByteArrayOutputStream kept;
    private int at = 2;

    private JpegMetadata(byte[] file) {
        this.file = file;
        this.kept = new ByteArrayOutputStream(file.length);
    }

    /** The file without metadata; empty if its segments don't add up or it is not of three colour components. */
    static Optional<byte[]> leaveOut(byte[] file) {
        if (file.length < 4 || (file[0] & 0xFF) != 0xFF || (file[1] & 0xFF) != SOI) {
            return Optional.empty();
        }
        return new JpegMetadata(file).rewrite();
    }

    private Optional<byte[]> rewrite() {
        kept.write(file, 0, 2);
        while (at + 1 < file.length && (file[at] & 0xFF) == 0xFF) {
            int marker = file[at + 1] & 0xFF;
            if (marker == 0xFF) {
                at++; // fill byte
            } else if (marker == EOI) {
                kept.write(file, at, 2);
                return Optional.of(kept.toByteArray());
            } else if (!segment(marker)) {
                return Optional.empty();
            }
        }
        return Optional.empty();
    }

    private boolean segment(int marker) {
        if (at + 3 >= file.length) {
            return false;
        }
        int length = (file[at + 2] & 0xFF) << 8 | file[at + 3] & 0xFF;
        int end = at + 2 + length;
        if (length < 2 || end > file.length || isReadDifferently(marker)) {
            return false;
        }
        if (saysHowToDecode(marker, length)) {
            kept.write(file, at, end - at);
        }
        at = end;
        if (marker == SOS) {
            copyScan();
        }
        return true;
    }

    private boolean isReadDifferently(int marker) {
        boolean frame = marker >= FIRST_FRAME && marker <= LAST_FRAME && !NO_FRAMES.contains(marker);
        return frame && at + 9 < file.length && (file[at + 9] & 0xFF) != COLOUR_COMPONENTS;
    }

    private static boolean saysHowToDecode(int marker, int length) {
        if (marker == APP0) {
            return length == BARE_JFIF;
        }
        return marker == ADOBE || marker != COMMENT && (marker < APP0 || marker > APP15);
    }

    /** Entropy-coded data go on to the next marker that is neither a stuffed zero nor a restart. */
    private void copyScan() {
        int start = at;
        while (at + 1 < file.length) {
            int next = file[at + 1] & 0xFF;
            boolean partOfScan = next == 0 || next >= 0xD0 && next <= 0xD7;
            if ((file[at] & 0xFF) == 0xFF && !partOfScan && next != 0xFF) {
                break;
            }
            at++;
        }
        kept.write(file, start, at - start);
    }
}
