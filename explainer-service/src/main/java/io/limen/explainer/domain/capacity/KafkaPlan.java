package io.limen.explainer.domain.capacity;

/**
 * What the topics take.
 *
 * @param cases topic of segmentation results
 * @param explanations topic of attributions
 * @param partitions of each topic, at least
 */
public record KafkaPlan(TopicLoad cases, TopicLoad explanations, long partitions) {

    /** As the topics are made by default. */
    public static final int LEAST_PARTITIONS = 4;

    /**
     * One topic.
     *
     * @param bytesPerSecond that are published, before replication
     * @param keptBytes on all brokers' disks together
     */
    public record TopicLoad(double bytesPerSecond, double keptBytes) {}

    /**
     * How long and how often records are kept.
     *
     * @param days 0 or more
     * @param replicas 1 or more
     */
    public record Keeping(double days, int replicas) {

        public Keeping {
            if (!(days >= 0 && days < Double.POSITIVE_INFINITY) || replicas < 1) {
                throw new IllegalArgumentException("Keeping: " + days + " days, " + replicas + " replicas");
            }
        }

        TopicLoad of(double bytesPerSecond) {
            return new TopicLoad(bytesPerSecond, bytesPerSecond * days * 86_400 * replicas);
        }
    }

    static KafkaPlan of(Workload workload, double explainedPerSecond, Keeping keeping, long threads) {
        return new KafkaPlan(
                keeping.of(workload.casesPerSecond() * workload.caseBytes()),
                keeping.of(explainedPerSecond * RecordSizes.attribution(workload.map())),
                Math.max(LEAST_PARTITIONS, threads));
    }
}
