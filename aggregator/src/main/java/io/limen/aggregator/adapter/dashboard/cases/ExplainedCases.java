package io.limen.aggregator.adapter.dashboard.cases;

import io.limen.aggregator.adapter.dashboard.Problem;
import io.limen.aggregator.adapter.dashboard.cases.RecordReader.Lookup;
import io.limen.schemas.Attribution;
import io.limen.schemas.SegmentationResult;
import io.limen.schemas.SingleObjectSerde;
import io.limen.schemas.Topic;
import jakarta.inject.Singleton;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import java.util.function.Function;
import org.apache.kafka.common.errors.SerializationException;

/** Explanations and their cases, read from the topics by an explanation's id; where there is none the request ends, with the reason. */
@Singleton
class ExplainedCases {

    private final CaseIndex index;
    private final RecordReader records;
    private final SingleObjectSerde<Attribution> attributions = SingleObjectSerde.attribution();
    private final SingleObjectSerde<SegmentationResult> cases = SingleObjectSerde.segmentationResult();

    ExplainedCases(CaseIndex index, RecordReader records) {
        this.index = index;
        this.records = records;
    }

    Attribution attribution(String id) {
        IndexedCase entry = index.find(id).orElseThrow(this::unknown);
        Attribution attribution = read(
                Topic.ATTRIBUTIONS,
                entry.partition(),
                entry.offset(),
                this::explanation,
                "the explanation has passed the retention of its topic");
        if (!attribution.getExplanationId().equals(id)) {
            throw notFound("the topic of explanations was made anew since, and this one is not on it");
        }
        return attribution;
    }

    /** The record that was explained: of the topic as it was then, which the case's id shows. */
    SegmentationResult source(Attribution attribution) {
        if (attribution.getSourcePartition() == null || attribution.getSourceOffset() == null) {
            throw notFound("the explanation does not say where its case lies: it came another way than by "
                    + Topic.SEGMENTATION_RESULTS.topicName() + ", or from an older explainer");
        }
        SegmentationResult source = read(
                Topic.SEGMENTATION_RESULTS,
                attribution.getSourcePartition(),
                attribution.getSourceOffset(),
                this::segmented,
                "the case has passed the retention of its topic");
        if (!source.getCaseId().equals(attribution.getCaseId())) {
            throw notFound("where the explanation says that its case lies is another case");
        }
        return source;
    }

    /** The record that the bytes encode. */
    Attribution explanation(byte[] value) {
        return attributions.decode(value);
    }

    /** As {@link #explanation}. */
    SegmentationResult segmented(byte[] value) {
        return cases.decode(value);
    }

    private <T> T read(Topic topic, int partition, long offset, Function<byte[], T> decode, String gone) {
        Lookup lookup = records.read(topic, partition, offset);
        if (lookup instanceof Lookup.Unavailable unavailable) {
            throw Problem.of(Response.Status.SERVICE_UNAVAILABLE, unavailable.reason());
        }
        if (lookup instanceof Lookup.Found found) {
            try {
                return decode.apply(found.value());
            } catch (SerializationException e) {
                throw notFound("what lies there is no record of its topic");
            }
        }
        throw notFound(gone);
    }

    private WebApplicationException unknown() {
        return notFound(
                index.isRead()
                        ? "no explanation with this id is among the newest " + index.size()
                        : "no explanation with this id is known yet: the topic is still being read");
    }

    static WebApplicationException notFound(String reason) {
        return Problem.of(Response.Status.NOT_FOUND, reason);
    }
}
