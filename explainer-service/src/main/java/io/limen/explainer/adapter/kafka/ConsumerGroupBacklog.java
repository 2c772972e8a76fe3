package io.limen.explainer.adapter.kafka;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;

/** Of a consumer group: what lies behind its committed offsets. */
record ConsumerGroupBacklog(String group) implements GroupBacklog {

    @Override
    public long undone(Admin admin, Map<TopicPartition, Long> ends) throws ExecutionException, InterruptedException {
        Map<TopicPartition, OffsetAndMetadata> committed = admin.listConsumerGroupOffsets(group)
                .partitionsToOffsetAndMetadata()
                .get();
        return ends.entrySet().stream()
                .filter(end -> committed.get(end.getKey()) != null)
                .mapToLong(end ->
                        Math.max(0, end.getValue() - committed.get(end.getKey()).offset()))
                .sum();
    }

    @Override
    public int workers(Admin admin) throws ExecutionException, InterruptedException {
        return admin.describeConsumerGroups(List.of(group))
                .all()
                .get()
                .get(group)
                .members()
                .size();
    }
}
