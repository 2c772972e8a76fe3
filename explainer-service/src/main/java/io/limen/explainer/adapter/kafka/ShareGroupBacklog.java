package io.limen.explainer.adapter.kafka;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListShareGroupOffsetsSpec;
import org.apache.kafka.clients.admin.SharePartitionOffsetInfo;
import org.apache.kafka.common.TopicPartition;

/** Of a share group: the broker itself knows which records between its oldest and its newest are done. */
record ShareGroupBacklog(String group) implements GroupBacklog {

    @Override
    public long undone(Admin admin, Map<TopicPartition, Long> ends) throws ExecutionException, InterruptedException {
        Map<TopicPartition, SharePartitionOffsetInfo> known = admin.listShareGroupOffsets(
                        Map.of(group, new ListShareGroupOffsetsSpec()))
                .partitionsToOffsetInfo(group)
                .get();
        return ends.entrySet().stream()
                .filter(end -> known.get(end.getKey()) != null)
                .mapToLong(end -> undone(known.get(end.getKey()), end.getValue()))
                .sum();
    }

    private static long undone(SharePartitionOffsetInfo partition, long end) {
        return Math.max(0, partition.lag().orElse(end - partition.startOffset()));
    }

    @Override
    public int workers(Admin admin) throws ExecutionException, InterruptedException {
        return admin.describeShareGroups(List.of(group))
                .all()
                .get()
                .get(group)
                .members()
                .size();
    }
}
