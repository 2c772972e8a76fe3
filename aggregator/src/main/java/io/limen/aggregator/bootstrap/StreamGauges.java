package io.limen.aggregator.bootstrap;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.system.DiskSpaceMetrics;
import java.nio.file.Path;

/**
 * What is to be known of a stream that does not run as well, when Kafka's own figures are not there.
 *
 * <ul>
 *   <li>{@code aggregator.stream.running}: 1 while it runs; 0 while it waits, is dealt its partitions, or has ended
 *   <li>{@code disk.free}, {@code disk.total}: of the file system of its state, in bytes; 0 before the folder is there
 * </ul>
 */
final class StreamGauges {

    private StreamGauges() {}

    /** Registers them. */
    static void register(MeterRegistry registry, StreamLifecycle stream, Path stateDir) {
        Gauge.builder("aggregator.stream.running", stream, running -> running.isRunning() ? 1 : 0)
                .description("1 while the stream runs; 0 while it waits, is dealt its partitions, or has ended")
                .register(registry);
        new DiskSpaceMetrics(stateDir.toAbsolutePath().toFile()).bindTo(registry);
    }
}
