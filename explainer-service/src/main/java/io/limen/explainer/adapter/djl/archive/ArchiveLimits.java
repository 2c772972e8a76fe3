package io.limen.explainer.adapter.djl.archive;

/** What an archive may hold: several times what the largest networks in use have. */
final class ArchiveLimits {

    /** Bytes of code, all files together. Half a megabyte is a large model. */
    static final int MOST_CODE = 1 << 24;

    /** Bytes of data.pkl and of any other pickle, which libtorch reads as a whole before anything else. */
    static final int MOST_PICKLE = 1 << 26;

    private ArchiveLimits() {}
}
