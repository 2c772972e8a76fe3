package io.limen.explainer.adapter.kafka;

import io.limen.explainer.application.stream.CaseQueue;
import io.limen.explainer.application.stream.StreamStatus;
import io.limen.explainer.application.stream.StreamUnavailableException;
import java.util.List;
import org.apache.kafka.common.KafkaException;

/** The group whose members the workers are: opens a queue per worker, and knows whether all of them have joined. */
public interface WorkGroup extends CaseQueue.Source, StreamStatus {

    /** Why a member could not be made, for instance a broker's name that can't be resolved yet. */
    static StreamUnavailableException cannotJoin(String group, KafkaException cause) {
        String reason =
                cause.getCause() == null ? cause.getMessage() : cause.getCause().getMessage();
        return new StreamUnavailableException("can't join the " + group + ": " + reason, cause);
    }

    /** What stands in the way while some have not joined. */
    static List<String> notJoined(String group, long joined, int members) {
        return joined == members ? List.of() : List.of(joined + " of " + members + " workers have joined the " + group);
    }
}
