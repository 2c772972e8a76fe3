package io.limen.quickstart.bootstrap;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * What a process holds of the machine, as Linux tells it.
 *
 * @param memory resident, MiB
 * @param threads how many
 * @param files open handles
 */
record Vitals(double memory, double threads, double files) {

    private static final double KIB_PER_MIB = 1024;

    /** Of a process, now. */
    static Vitals of(long pid) throws IOException {
        Path process = Path.of("/proc", String.valueOf(pid));
        List<String> status = Files.readAllLines(process.resolve("status"));
        try (Stream<Path> handles = Files.list(process.resolve("fd"))) {
            return new Vitals(number(status, "VmRSS:") / KIB_PER_MIB, number(status, "Threads:"), handles.count());
        }
    }

    private static double number(List<String> status, String name) {
        String line = status.stream()
                .filter(each -> each.startsWith(name))
                .findFirst()
                .orElseThrow();
        return Double.parseDouble(line.substring(name.length()).strip().split("\\s")[0]);
    }

    /** Means of several. */
    static Vitals mean(List<Vitals> all) {
        return new Vitals(
                all.stream().mapToDouble(Vitals::memory).average().orElseThrow(),
                all.stream().mapToDouble(Vitals::threads).average().orElseThrow(),
                all.stream().mapToDouble(Vitals::files).average().orElseThrow());
    }

    @Override
    public String toString() {
        return "%.0f MiB, %.1f threads, %.1f files".formatted(memory, threads, files);
    }
}
