package io.limen.aggregator.adapter.topology;

import io.limen.aggregator.application.ExplanationMetrics;
import io.limen.aggregator.application.ExplanationOutcome;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.streams.errors.DeserializationExceptionHandler;
import org.apache.kafka.streams.errors.ErrorHandlerContext;
import org.apache.kafka.streams.errors.ProcessingExceptionHandler;
import org.apache.kafka.streams.processor.api.Record;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A record that cannot be decoded, or that breaks an invariant of ours, does not stop the stream: it is counted, its
 * coordinates are logged, and the next one is read. It stays on the topic. Any other fault stops the task, and its work
 * is done again. Made by Kafka Streams, which passes the settings: {@link #METRICS} holds the port.
 */
public final class PoisonRecordHandler implements DeserializationExceptionHandler, ProcessingExceptionHandler {

    /** The setting under which the {@link ExplanationMetrics} is passed. */
    public static final String METRICS = "limen.explanation.metrics";

    private static final Logger LOG = LoggerFactory.getLogger(PoisonRecordHandler.class);

    private ExplanationMetrics metrics = outcome -> {};

    @Override
    public void configure(Map<String, ?> settings) {
        if (settings.get(METRICS) instanceof ExplanationMetrics port) {
            metrics = port;
        }
    }

    @Override
    public DeserializationExceptionHandler.Response handleError(
            ErrorHandlerContext context, ConsumerRecord<byte[], byte[]> record, Exception exception) {
        metrics.count(ExplanationOutcome.UNDECODABLE);
        logCoordinates("Attribution not decodable", context, exception);
        return DeserializationExceptionHandler.Response.resume();
    }

    @Override
    public ProcessingExceptionHandler.Response handleError(
            ErrorHandlerContext context, Record<?, ?> record, Exception exception) {
        if (!(exception instanceof IllegalArgumentException)) {
            return ProcessingExceptionHandler.Response.fail();
        }
        metrics.count(ExplanationOutcome.REJECTED);
        logCoordinates("Attribution not counted", context, exception);
        return ProcessingExceptionHandler.Response.resume();
    }

    private static void logCoordinates(String what, ErrorHandlerContext context, Exception exception) {
        LOG.warn(
                "{}: {} (topic {}, partition {}, offset {})",
                what,
                LogLine.of(exception.getMessage()),
                context.topic(),
                context.partition(),
                context.offset());
    }
}
