package io.limen.aggregator.adapter.topology;

import io.limen.aggregator.adapter.topology.flow.Arrival;
import io.limen.aggregator.adapter.topology.flow.SeenKeys;
import io.limen.aggregator.domain.statistics.Explanation;
import org.apache.kafka.streams.processor.api.ContextualFixedKeyProcessor;
import org.apache.kafka.streams.processor.api.FixedKeyProcessorContext;
import org.apache.kafka.streams.processor.api.FixedKeyRecord;

/**
 * Tells an explanation that arrives for the first time from one that was seen lately. The same image and model at another
 * site, or as another case, is another explanation.
 */
final class RepeatDetector extends ContextualFixedKeyProcessor<String, Explanation, Arrival> {

    private SeenKeys seen;

    @Override
    public void init(FixedKeyProcessorContext<String, Arrival> context) {
        super.init(context);
        seen = SeenKeys.of(context, AggregatorTopology.SEEN_EXPLANATIONS);
    }

    @Override
    public void process(FixedKeyRecord<String, Explanation> record) {
        Explanation explanation = record.value();
        if (seen.contains(explanation.identity())) {
            context().forward(record.withValue(new Arrival.Repeated()));
        } else {
            seen.add(explanation.identity());
            context().forward(record.withValue(new Arrival.First(explanation)));
        }
    }
}
