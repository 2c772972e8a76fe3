package io.limen.aggregator.adapter.topology;

import io.limen.aggregator.application.ExplanationMetrics;
import io.limen.aggregator.application.ExplanationOutcome;
import io.limen.aggregator.domain.statistics.ModelStatistics;
import io.limen.schemas.ModelKey;
import org.apache.kafka.streams.processor.api.ContextualFixedKeyProcessor;
import org.apache.kafka.streams.processor.api.FixedKeyProcessorContext;
import org.apache.kafka.streams.processor.api.FixedKeyRecord;
import org.apache.kafka.streams.state.KeyValueStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Folds each arrival into the statistics of its model and forwards them as they are then. */
final class StatisticsProcessor extends ContextualFixedKeyProcessor<String, Arrival, io.limen.schemas.ModelStatistics> {

    private static final Logger LOG = LoggerFactory.getLogger(StatisticsProcessor.class);

    private final ExplanationMetrics metrics;
    private KeyValueStore<String, io.limen.schemas.ModelStatistics> perModel;

    StatisticsProcessor(ExplanationMetrics metrics) {
        this.metrics = metrics;
    }

    @Override
    public void init(FixedKeyProcessorContext<String, io.limen.schemas.ModelStatistics> context) {
        super.init(context);
        perModel = context.getStateStore(AggregatorTopology.STATISTICS_PER_MODEL);
    }

    @Override
    public void process(FixedKeyRecord<String, Arrival> record) {
        io.limen.schemas.ModelStatistics known = perModel.get(record.key());
        ModelStatistics before = known == null ? ModelStatistics.EMPTY : StatisticsMapper.fromRecord(known);
        ModelStatistics after = fold(before, record);
        if (after.equals(before)) {
            return;
        }
        var updated = StatisticsMapper.toRecord(ModelKey.parse(record.key()), after);
        perModel.put(record.key(), updated);
        context().forward(record.withValue(updated));
    }

    private ModelStatistics fold(ModelStatistics before, FixedKeyRecord<String, Arrival> record) {
        if (!(record.value() instanceof Arrival.First first)) {
            metrics.count(ExplanationOutcome.DUPLICATE);
            return before.dropDuplicate();
        }
        if (!before.hasRoomFor(first.explanation().group())) {
            metrics.count(ExplanationOutcome.REJECTED);
            LOG.warn(
                    "Attribution not counted: {} has {} groups already",
                    LogLine.of(record.key()),
                    ModelStatistics.MAX_GROUPS);
            return before;
        }
        metrics.count(ExplanationOutcome.COUNTED);
        return before.add(first.explanation());
    }
}
