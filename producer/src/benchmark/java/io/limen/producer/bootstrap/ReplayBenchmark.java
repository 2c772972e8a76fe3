package io.limen.producer.bootstrap;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * What a case of a folder costs this process, from the file to the bytes of its record, as it lies and out of a cache, in
 * turn. No broker is there: what the client and the network take comes on top. Printed are cases in a second, processor time
 * of a case, and the heap in use after the round, its records let go.
 *
 * <p>Arguments: rounds, cases, and width in pixels; 5, 200 and 256 when there are none.
 */
public final class ReplayBenchmark {

    private final OperatingSystemMXBean process = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
    private final Path folder;
    private final int cases;

    private ReplayBenchmark(Path folder, int cases) {
        this.folder = folder;
        this.cases = cases;
    }

    /** Generates phantoms and publishes them again and again. */
    public static void main(String[] arguments) throws IOException {
        List<String> given = arguments.length == 3 ? Arrays.asList(arguments) : List.of("5", "200", "256");
        Path folder = Files.createTempDirectory("replay-benchmark");
        try {
            Path images = folder.resolve("phantoms");
            new PublishingRun()
                    .of("phantoms", "--count", given.get(1), "--size", given.get(2), "--out", images.toString());
            ReplayBenchmark benchmark = new ReplayBenchmark(folder, Integer.parseInt(given.get(1)));
            for (int round = 0; round < Integer.parseInt(given.get(0)); round++) {
                benchmark.replay("as it lies");
                benchmark.replay("cached", "--cache", folder.resolve("cache").toString());
            }
        } finally {
            delete(folder);
        }
    }

    private void replay(String what, String... more) {
        List<String> arguments = new ArrayList<>(
                List.of("publish", "--dataset", folder.resolve("phantoms").toString(), "--model", "m@1"));
        arguments.addAll(Arrays.asList(more));
        long cpu = process.getProcessCpuTime();
        long start = System.nanoTime();
        int exitCode = new PublishingRun().of(arguments.toArray(String[]::new));
        double seconds = (System.nanoTime() - start) / 1e9;
        double cpuMillis = (process.getProcessCpuTime() - cpu) / 1e6;
        if (exitCode != 0) {
            throw new IllegalStateException("exit code " + exitCode);
        }
        System.gc();
        long heap = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() >> 20;
        System.out.printf(
                Locale.ROOT,
                "%-10s %6.0f cases in a second, %5.2f ms of processor time each, %d MiB of heap after it%n",
                what,
                cases / seconds,
                cpuMillis / cases,
                heap);
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
