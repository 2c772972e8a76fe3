package io.limen.explainer.adapter.image;

/**
 * Scans of a JPEG file. Every scan of a progressive picture is a pass over all its pixels and may take a few bytes only: half a
 * megabyte of them kept a decoder busy for six minutes (16 megapixels).
 */
final class JpegScans {

    /** A progressive picture has about ten; this many cost seconds at most. */
    static final int MOST = 64;

    private static final int MARKER = 0xFF;
    private static final int START_OF_SCAN = 0xDA;

    private JpegScans() {}

    /** How many scans there are at most: those of an embedded thumbnail count too. Cost O(bytes). */
    static int count(byte[] encoded) {
        int scans = 0;
        for (int at = 1; at < encoded.length; at++) {
            // no compressed value holds these two bytes
            if ((encoded[at] & 0xFF) == START_OF_SCAN && (encoded[at - 1] & 0xFF) == MARKER) {
                scans++;
            }
        }
        return scans;
    }
}
