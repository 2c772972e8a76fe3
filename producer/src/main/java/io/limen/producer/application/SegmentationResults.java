package io.limen.producer.application;

import io.limen.producer.domain.result.SegmentedCase;
import java.util.function.Consumer;

/** Port: the stream of segmentation results. */
public interface SegmentationResults {

    /**
     * Hands a case over. Returns before it is delivered; what became of it is told once, from any thread.
     */
    void publish(SegmentedCase segmentedCase, Consumer<Delivery> told);

    /** Waits until every case handed over is delivered or given up. */
    void flush();
}
