package io.limen.explainer.adapter.kafka;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.RecordDeserializationException;

/**
 * A record that lies on the topic and that the client can't make sense of: its checksum is wrong, for instance, because a
 * disk has changed it.
 *
 * @param partition where it lies
 * @param offset the record's, or that of the first record of its batch
 * @param reason one line, with nothing of the record in it
 */
record DamagedRecord(TopicPartition partition, long offset, String reason) {

    private static final int MOST_CAUSES = 10;

    /** What the client says of it, which has no field for that: of a batch or record that it holds, or of one that it asked for. */
    private static final List<Pattern> SAID = List.of(
            Pattern.compile("for partition (?<topic>\\S+)-(?<partition>\\d+) at offset (?<offset>\\d+) is invalid"),
            Pattern.compile("corrupt message when fetching offset (?<offset>\\d+)"
                    + " for topic-partition (?<topic>\\S+)-(?<partition>\\d+)"));

    /** The record that a poll has failed by; empty when it has failed by something else. */
    static Optional<DamagedRecord> in(KafkaException failure) {
        return Stream.<Throwable>iterate(failure, cause -> cause != null, Throwable::getCause)
                .limit(MOST_CAUSES)
                .flatMap(cause -> told(cause).stream())
                .findFirst();
    }

    private static Optional<DamagedRecord> told(Throwable cause) {
        if (cause instanceof RecordDeserializationException unreadable) {
            return Optional.of(
                    new DamagedRecord(unreadable.topicPartition(), unreadable.offset(), "it can't be deserialized"));
        }
        return SAID.stream()
                .map(pattern -> pattern.matcher(String.valueOf(cause.getMessage())))
                .filter(Matcher::find)
                .findFirst()
                .map(said -> new DamagedRecord(
                        new TopicPartition(said.group("topic"), Integer.parseInt(said.group("partition"))),
                        Long.parseLong(said.group("offset")),
                        "its batch is damaged (checksum)"));
    }

    /** The same damage, found at a record of the batch. */
    DamagedRecord at(long exactly) {
        return new DamagedRecord(partition, exactly, reason);
    }
}
