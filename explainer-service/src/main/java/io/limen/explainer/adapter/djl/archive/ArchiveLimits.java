package io.limen.explainer.adapter.djl.archive;

/** What an archive may hold: several times what the largest networks in use have. */
final class ArchiveLimits {

    /** Bytes of code, all files together. Half a megabyte is a large model. */
    static final int MOST_CODE = 1 << 24;

    /** Bytes of data.pkl and of any other pickle, which libtorch reads as a whole before anything else. */
    static final int MOST_PICKLE = 1 << 26;

    /** Bytes that compressed entries unpack to, all together: libtorch compresses text alone, and stores weights as they are. */
    static final long MOST_INFLATED = 256L << 20;

    /** Files in an archive; one for each tensor and each class. */
    static final int MOST_ENTRIES = 1 << 16;

    private ArchiveLimits() {}
}
