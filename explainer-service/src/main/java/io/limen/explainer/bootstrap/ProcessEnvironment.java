package io.limen.explainer.bootstrap;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Whether the process was started in the environment that forward passes need. Without it glibc gives every large tensor
 * back to the kernel and fetches it again, page by page, and idle OpenMP threads spin: a forward pass took 2.4 times as
 * long (measured on two cores). A running process can't put it right: glibc reads its tunables before main.
 */
final class ProcessEnvironment {

    /** As in the launcher, the image and the demo; a test holds them equal. */
    static final String TUNABLES =
            "glibc.malloc.mmap_threshold=17179869184:glibc.malloc.trim_threshold=17179869184:glibc.malloc.top_pad=268435456:glibc.malloc.arena_max=1";

    private static final String TUNABLES_VARIABLE = "GLIBC_TUNABLES";
    private static final String WAIT_VARIABLE = "OMP_WAIT_POLICY";
    private static final String WAIT = "passive";

    private ProcessEnvironment() {}

    /** What this process lacks, in one line with what to add; empty where it lacks nothing, or runs on another libc. */
    static Optional<String> advice() {
        return glibc() ? advice(System.getenv()) : Optional.empty();
    }

    /** As {@link #advice()}, of a process on glibc with these variables. What is set to another value was chosen: it stays. */
    static Optional<String> advice(Map<String, String> variables) {
        String present = variables.getOrDefault(TUNABLES_VARIABLE, "");
        List<String> names =
                Arrays.stream(present.split(":")).map(ProcessEnvironment::name).toList();
        String missing = Arrays.stream(TUNABLES.split(":"))
                .filter(tunable -> !names.contains(name(tunable)))
                .collect(Collectors.joining(":"));
        boolean waits = variables.containsKey(WAIT_VARIABLE);
        if (missing.isEmpty() && waits) {
            return Optional.empty();
        }
        String tunables = missing.isEmpty()
                ? ""
                : " " + TUNABLES_VARIABLE + "=" + present + (present.isEmpty() ? "" : ":") + missing;
        return Optional.of(
                "forward passes take up to 2.4 times as long without these settings in the process environment: export"
                        + tunables + (waits ? "" : " " + WAIT_VARIABLE + "=" + WAIT));
    }

    private static String name(String tunable) {
        return tunable.substring(0, Math.max(0, tunable.indexOf('=')));
    }

    private static boolean glibc() {
        try {
            return Files.readString(Path.of("/proc/self/maps"), StandardCharsets.ISO_8859_1)
                    .contains("/libc.so.6");
        } catch (IOException notLinux) {
            return false;
        }
    }
}
