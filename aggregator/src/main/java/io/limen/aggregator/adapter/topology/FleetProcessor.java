package io.limen.aggregator.adapter.topology;

import io.limen.aggregator.adapter.topology.state.FleetModelState;
import io.limen.schemas.FleetStatistics;
import io.limen.schemas.ReferenceMode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * Keeps the newest summary of each model and compares them, once a second at most: pairs of 200 models are 19,900
 * distances. Reference modes are never mixed.
 */
final class FleetProcessor extends ContextualProcessor<String, FleetModelState, String, FleetStatistics> {

    /** The name of the store. */
    static final String STORE = "models-of-fleet";

    /** Models compared per reference mode; with one more, the one whose newest case is oldest falls out. */
    static final int MAX_MODELS = 200;

    static final Duration TOLD_EVERY = Duration.ofSeconds(1);

    private final Set<ReferenceMode> changed = EnumSet.noneOf(ReferenceMode.class);
    private KeyValueStore<String, FleetModelState> models;

    @Override
    public void init(ProcessorContext<String, FleetStatistics> context) {
        super.init(context);
        models = context.getStateStore(STORE);
        for (ReferenceMode mode : ReferenceMode.values()) {
            if (!modelsOf(mode).isEmpty()) {
                changed.add(mode);
            }
        }
        context.schedule(TOLD_EVERY, PunctuationType.WALL_CLOCK_TIME, this::tell);
    }

    @Override
    public void process(Record<String, FleetModelState> record) {
        ReferenceMode mode = ReferenceMode.valueOf(record.key());
        String key = key(mode, record.value());
        boolean known = models.get(key) != null;
        models.put(key, record.value());
        if (!known) {
            dropOldest(mode);
        }
        changed.add(mode);
    }

    private void dropOldest(ReferenceMode mode) {
        List<FleetModelState> all = modelsOf(mode);
        if (all.size() > MAX_MODELS) {
            all.stream()
                    .min(Comparator.comparing(FleetModelState::getUpdatedAt))
                    .ifPresent(oldest -> models.delete(key(mode, oldest)));
        }
    }

    private void tell(long now) {
        for (ReferenceMode mode : changed) {
            context().forward(new Record<>(mode.name(), FleetMapper.toRecord(mode, modelsOf(mode)), now));
        }
        changed.clear();
    }

    private List<FleetModelState> modelsOf(ReferenceMode mode) {
        List<FleetModelState> found = new ArrayList<>();
        try (KeyValueIterator<String, FleetModelState> all = models.all()) {
            all.forEachRemaining(entry -> {
                if (entry.key.startsWith(mode.name() + "/")) {
                    found.add(entry.value);
                }
            });
        }
        return found;
    }

    private static String key(ReferenceMode mode, FleetModelState model) {
        return mode.name() + "/" + model.getModel() + "@" + model.getModelVersion();
    }
}
