package io.limen.explainer.adapter.kafka;

import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.TopicPartition;

/** What a group of workers has left of a topic. */
interface GroupBacklog {

    /**
     * Records without an outcome, those in hand included.
     *
     * @param ends offsets behind the last record of each partition
     */
    long undone(Admin admin, Map<TopicPartition, Long> ends) throws ExecutionException, InterruptedException;

    /** Members of the group, of every process. */
    int workers(Admin admin) throws ExecutionException, InterruptedException;
}
