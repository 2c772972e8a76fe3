package io.limen.explainer.adapter.kafka;

import io.limen.schemas.Topic;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

/** The topics that the service reads and writes: it creates none. */
public final class RequiredTopics implements BrokerRequirement {

    private static final List<String> TOPICS = List.of(
            Topic.SEGMENTATION_RESULTS.topicName(),
            Topic.SEGMENTATION_RESULTS_REJECTED.topicName(),
            Topic.ATTRIBUTIONS.topicName());

    @Override
    public List<String> missing(Admin admin) throws ExecutionException, InterruptedException {
        Map<String, KafkaFuture<TopicDescription>> topics =
                admin.describeTopics(TOPICS).topicNameValues();
        List<String> missing = new ArrayList<>();
        for (String topic : TOPICS) {
            if (!exists(topics.get(topic))) {
                missing.add("the topic " + topic + " does not exist");
            }
        }
        return List.copyOf(missing);
    }

    private static boolean exists(KafkaFuture<TopicDescription> topic) throws ExecutionException, InterruptedException {
        try {
            topic.get();
            return true;
        } catch (ExecutionException e) {
            if (e.getCause() instanceof UnknownTopicOrPartitionException) {
                return false;
            }
            throw e;
        }
    }
}
