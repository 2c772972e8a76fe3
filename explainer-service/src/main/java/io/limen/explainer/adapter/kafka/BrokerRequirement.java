package io.limen.explainer.adapter.kafka;

import java.util.List;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;

/** Something that the broker must have before work can go on. */
@FunctionalInterface
public interface BrokerRequirement {

    /**
     * Asks the broker.
     *
     * @return one clear line for each thing that is missing
     * @throws ExecutionException when the broker did not answer
     */
    List<String> missing(Admin admin) throws ExecutionException, InterruptedException;
}
