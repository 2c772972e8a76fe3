package io.limen.producer.adapter.cli;

/** Exit codes of every command. */
public final class ExitCode {

    /** Done. */
    public static final int DONE = 0;

    /** Something failed that the user did not ask for. */
    public static final int FAILED = 1;

    /** What the user asked for can't be done as it was asked. */
    public static final int BAD_INPUT = 2;

    /** The user stopped it: 128 + SIGINT, as shells have it. */
    public static final int INTERRUPTED = 130;

    private ExitCode() {}
}
