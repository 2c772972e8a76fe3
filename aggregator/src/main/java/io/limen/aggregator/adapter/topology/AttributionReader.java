package io.limen.aggregator.adapter.topology;

import io.limen.aggregator.application.ExplanationMetrics;
import io.limen.aggregator.application.ExplanationOutcome;
import io.limen.aggregator.domain.statistics.Explanation;
import io.limen.schemas.Attribution;
import org.apache.kafka.streams.processor.api.ContextualFixedKeyProcessor;
import org.apache.kafka.streams.processor.api.FixedKeyRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Forwards what can be counted; what can't is counted as rejected, logged with its coordinates, and left behind. */
final class AttributionReader extends ContextualFixedKeyProcessor<String, Attribution, Explanation> {

    private static final Logger LOG = LoggerFactory.getLogger(AttributionReader.class);

    private final ExplanationMetrics metrics;

    AttributionReader(ExplanationMetrics metrics) {
        this.metrics = metrics;
    }

    @Override
    public void process(FixedKeyRecord<String, Attribution> record) {
        Reading reading = AttributionMapper.read(record.key(), record.value());
        if (reading instanceof Reading.Readable readable) {
            context().forward(record.withValue(readable.explanation()));
        } else if (reading instanceof Reading.Rejected rejected) {
            metrics.count(ExplanationOutcome.REJECTED);
            context()
                    .recordMetadata()
                    .ifPresent(at -> LOG.warn(
                            "Attribution not counted: {} (topic {}, partition {}, offset {})",
                            rejected.reason(),
                            at.topic(),
                            at.partition(),
                            at.offset()));
        }
    }
}
