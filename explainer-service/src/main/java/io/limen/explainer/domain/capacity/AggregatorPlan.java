package io.limen.explainer.domain.capacity;

/**
 * The stream that keeps the statistics.
 *
 * @param threads stream threads, a core each; there must be as many partitions
 * @param mostPerGroup explanations a minute that one group can have: its records are of one partition, and so of one thread
 * @param groupBytes state of all groups; it doesn't grow with the number of explanations
 * @param seenBytes state that recognises repeats and closed studies, a week of them
 * @param changelogBytesPerSecond what is written to Kafka for it, before replication
 */
public record AggregatorPlan(
        long threads, double mostPerGroup, double groupBytes, double seenBytes, double changelogBytesPerSecond) {

    /**
     * Records a second of a core's time, with the watch and with what it writes, when every record is committed by itself; the lowest
     * of three rounds (aggregator/docs/figures.md). Commits of several records cost less.
     */
    public static final double RECORDS_PER_CORE_SECOND = 1_201;

    /** State of one group: statistics, windows, watch, recent studies (aggregator/docs/figures.md). */
    public static final double GROUP_BYTES = 116_494;

    /** What one commit of a group writes (aggregator/docs/figures.md). */
    public static final double CHANGELOG_BYTES = 23_045;

    /** The stream commits every 200 ms: a group is written no more often, however many explanations it has. */
    public static final double COMMITS_PER_SECOND = 5;

    /** An explanation seen and, where each is a study of its own, a study closed. */
    public static final double SEEN_BYTES = 100;

    /** How long repeats are recognised. */
    public static final double SEEN_SECONDS = 7 * 86_400d;

    /**
     * @param explainedPerSecond explanations a second
     * @param use share of the time that a thread may be busy, in (0,1)
     */
    static AggregatorPlan of(Workload workload, double explainedPerSecond, double use) {
        double perThread = RECORDS_PER_CORE_SECOND * use;
        double entries = explainedPerSecond * (1 + 1 / workload.casesPerStudy()) * SEEN_SECONDS;
        double groupWrites = Math.min(explainedPerSecond, workload.groups() * COMMITS_PER_SECOND);
        return new AggregatorPlan(
                (long) Math.ceil(explainedPerSecond / perThread),
                60 * perThread,
                workload.groups() * GROUP_BYTES,
                entries * SEEN_BYTES,
                groupWrites * CHANGELOG_BYTES + explainedPerSecond * (1 + 1 / workload.casesPerStudy()) * SEEN_BYTES);
    }
}
