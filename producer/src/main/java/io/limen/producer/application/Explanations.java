package io.limen.producer.application;

import io.limen.producer.domain.deployment.Deployment;
import io.limen.producer.domain.explanation.Explanation;
import java.util.function.Consumer;

/** Port: explanations that were made so far. */
public interface Explanations {

    /**
     * Hands over every explanation of a model at a site, one after the other, until the user wants to stop.
     *
     * @return records of the model that could not be read
     * @throws BadInput if they can't be had, or no longer
     */
    int forEach(Deployment deployment, Interruption interruption, Consumer<Explanation> each);
}
