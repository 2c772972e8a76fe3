package io.limen.explainer.adapter.cli;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.stream.Stream;

/**
 * What the figures were measured on.
 *
 * @param processor its name; empty where the system doesn't tell
 * @param cores that this process may use
 * @param engine what runs the models
 * @param load runnable threads of the whole machine, mean of a minute, before the measurement began; empty where the system
 *     doesn't tell
 */
public record BenchMachine(Optional<String> processor, int cores, Engine engine, OptionalDouble load) {

    private static final Path PROCESSORS = Path.of("/proc/cpuinfo");
    private static final Path STATUS = Path.of("/proc/self/status");

    /**
     * What runs the models.
     *
     * @param name with its version
     * @param threads of one forward pass on the CPU
     * @param device that forward passes run on
     */
    public record Engine(String name, int threads, String device) {}

    static BenchMachine here(Engine engine) {
        double load = ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
        return new BenchMachine(
                value(PROCESSORS, "model name"),
                Runtime.getRuntime().availableProcessors(),
                engine,
                load < 0 ? OptionalDouble.empty() : OptionalDouble.of(load));
    }

    /** The most memory that this process has had resident, MiB; empty where the system doesn't tell. */
    static OptionalLong peakMebibytes() {
        return value(STATUS, "VmHWM")
                .map(text -> text.replaceAll("\\D", ""))
                .filter(digits -> !digits.isEmpty())
                .map(digits -> OptionalLong.of(Long.parseLong(digits) / 1024))
                .orElse(OptionalLong.empty());
    }

    @Override
    public String toString() {
        return "%s, %d cores; %s on %s, %d threads; load %s before"
                .formatted(
                        processor.orElse("processor unknown"),
                        cores,
                        engine.name(),
                        engine.device(),
                        engine.threads(),
                        load.isPresent() ? String.format(Locale.ROOT, "%.1f", load.getAsDouble()) : "unknown");
    }

    /** The first line {@code name : value} of a file of /proc. */
    static Optional<String> value(Path file, String name) {
        try (Stream<String> lines = Files.lines(file)) {
            return lines.filter(line -> line.startsWith(name) && line.indexOf(':') > 0)
                    .map(line -> line.substring(line.indexOf(':') + 1).strip())
                    .findFirst();
        } catch (IOException | java.io.UncheckedIOException notThere) {
            return Optional.empty();
        }
    }
}
