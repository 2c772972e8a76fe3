package io.limen.aggregator.adapter.dashboard.cases;

import io.limen.aggregator.adapter.dashboard.Fleet;
import io.limen.aggregator.adapter.dashboard.cases.RecordReader.Lookup;
import io.limen.schemas.Attribution;
import io.limen.schemas.SingleObjectSerde;
import io.limen.schemas.Topic;
import org.apache.kafka.common.errors.SerializationException;

/**
 * The newest explanations of models that busier ones have crowded out of the ends of the partitions, where the fleet begins to read:
 * without them such a model has neither maps nor a picture of its network until its next case. Run when the index is full.
 */
public final class CrowdedOut implements Runnable {

    private final CaseIndex index;
    private final RecordReader records;
    private final Fleet fleet;
    private final SingleObjectSerde<Attribution> attributions = SingleObjectSerde.attribution();

    /** Hands what the fleet lacks from the index to the fleet. */
    public CrowdedOut(CaseIndex index, RecordReader records, Fleet fleet) {
        this.index = index;
        this.records = records;
        this.fleet = fleet;
    }

    /** Ends early where the topic can't be read: what is missing then is shown with the next cases. */
    @Override
    public void run() {
        for (CaseGroup group : index.groups()) {
            for (IndexedCase entry : index.newest(group, fleet.newestExplanations())) {
                if (fleet.holds(group.model(), entry.explanationId())) {
                    continue;
                }
                Lookup lookup = records.read(Topic.ATTRIBUTIONS, entry.partition(), entry.offset());
                if (lookup instanceof Lookup.Unavailable) {
                    return;
                }
                if (lookup instanceof Lookup.Found found) {
                    hand(found.value());
                }
            }
        }
    }

    private void hand(byte[] value) {
        try {
            fleet.offer(attributions.decode(value));
        } catch (SerializationException e) {
            // the topic was made anew, and another record lies there now: there is nothing to show
        }
    }
}
