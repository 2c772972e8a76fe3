package io.limen.explainer.application.bench;

import io.limen.explainer.application.Progress;
import java.time.Duration;

/** Port: whoever waits for the figures. */
public interface BenchWatch extends Progress {

    /**
     * The models are loaded and warm.
     *
     * @param time that the measurement will take, reckoned from the warm-up
     */
    void begins(Duration time);
}
