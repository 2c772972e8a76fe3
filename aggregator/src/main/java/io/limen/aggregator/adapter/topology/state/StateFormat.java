package io.limen.aggregator.adapter.topology.state;

/**
 * A format of all that the stream keeps. Each change of a schema here is a new one; every format that was ever written is read, the
 * newest is written, or the one before it, for a version that has to go back.
 *
 * @param number counted from the first version
 */
public record StateFormat(int number) {

    /** What is written unless something else is asked for: since 7 how far the evidence for a change got. */
    public static final int NEWEST = 7;

    /** What can still be written: the version before reads it, and loses nothing but what it never had. */
    public static final int OLDEST_WRITTEN = 6;

    public StateFormat {
        if (number < OLDEST_WRITTEN || number > NEWEST) {
            throw new IllegalArgumentException("StateFormat: " + number);
        }
    }

    /** The newest. */
    public static StateFormat newest() {
        return new StateFormat(NEWEST);
    }

    /** Whether entries that are there already may be newer than what is written. */
    public boolean isOlder() {
        return number < NEWEST;
    }

    /** Version of the schema of watches. */
    int watchedGroup() {
        return number < NEWEST ? 2 : 3;
    }
}
