package io.limen.aggregator.adapter.dashboard.cases;

import io.limen.aggregator.adapter.dashboard.Fleet;
import io.limen.aggregator.adapter.dashboard.cases.RecordReader.Lookup;
import io.limen.schemas.Attribution;
import io.limen.schemas.SingleObjectSerde;
import io.limen.schemas.Topic;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.kafka.common.errors.SerializationException;

/**
 * The newest explanations of models that busier ones have crowded out of the ends of the partitions, where the fleet begins to read:
 * without them such a model has neither maps nor a picture of its network until its next case. Run when the index is full, by a thread
 * of its own: there may be thousands of records to read one by one.
 */
public final class CrowdedOut implements Runnable, AutoCloseable {

    private final CaseIndex index;
    private final RecordReader records;
    private final Fleet fleet;
    private final SingleObjectSerde<Attribution> attributions = SingleObjectSerde.attribution();
    private volatile boolean closed;

    /** Hands what the fleet lacks from the index to the fleet. */
    public CrowdedOut(CaseIndex index, RecordReader records, Fleet fleet) {
        this.index = index;
        this.records = records;
        this.fleet = fleet;
    }

    /** Ends early where the topic can't be read: what is missing then is shown with the next cases. */
    @Override
    public void run() {
        Map<String, List<CaseGroup>> models = index.groups().stream()
                .collect(Collectors.groupingBy(CaseGroup::model, TreeMap::new, Collectors.toList()));
        for (Map.Entry<String, List<CaseGroup>> model : models.entrySet()) {
            if (fleet.hasRoomFor(model.getKey()) && !handed(model.getValue())) {
                return;
            }
        }
    }

    /** Whether there is any use in going on. */
    private boolean handed(List<CaseGroup> ofOneModel) {
        for (CaseGroup group : ofOneModel) {
            for (IndexedCase entry : index.newest(group, fleet.newestExplanations(ofOneModel.size()))) {
                if (fleet.holds(group.model(), entry.explanationId())) {
                    continue;
                }
                Lookup lookup = closed
                        ? new Lookup.Unavailable("the aggregator stops")
                        : records.read(Topic.ATTRIBUTIONS, entry.partition(), entry.offset());
                if (lookup instanceof Lookup.Unavailable) {
                    return false;
                }
                if (lookup instanceof Lookup.Found found) {
                    hand(found.value());
                }
            }
        }
        return true;
    }

    private void hand(byte[] value) {
        try {
            fleet.offer(attributions.decode(value));
        } catch (SerializationException e) {
            // the topic was made anew, and another record lies there now: there is nothing to show
        }
    }

    /** Ends a run after the record that it reads. */
    @Override
    public void close() {
        closed = true;
    }
}
