package io.limen.quickstart.adapter.process;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/**
 * The process environment of a forward pass. Without it glibc gives every large tensor back to the kernel and fetches it
 * again, page by page, and idle OpenMP threads spin: a forward takes 2.4 times as long (measured on two cores). On a
 * machine that hides the CPU's caches it would moreover be wrong with the newest instructions: decision 0025 of the
 * explainer. The launcher {@code limen} sets the same for the commands that it starts itself.
 */
public final class ForwardEnvironment {

    /** Where Linux tells of the caches that the CPU admits to. */
    private static final Path CACHES = Path.of("/sys/devices/system/cpu/cpu0/cache");

    private static final String INSTRUCTIONS = "ONEDNN_MAX_CPU_ISA";

    private ForwardEnvironment() {}

    /** The variables on this machine. One OpenMP thread: the service runs several explanations side by side instead. */
    public static Map<String, String> variables() {
        return variables(CACHES, System.getenv());
    }

    /**
     * @param caches a folder, missing where the CPU's caches are hidden
     * @param inherited what the user set is not overruled
     */
    static Map<String, String> variables(Path caches, Map<String, String> inherited) {
        Map<String, String> variables = new HashMap<>(Map.of(
                "GLIBC_TUNABLES",
                "glibc.malloc.mmap_threshold=17179869184:glibc.malloc.trim_threshold=17179869184"
                        + ":glibc.malloc.top_pad=268435456:glibc.malloc.arena_max=1",
                "OMP_WAIT_POLICY",
                "passive",
                "OMP_NUM_THREADS",
                "1"));
        if (!Files.exists(caches)) {
            variables.put(INSTRUCTIONS, inherited.getOrDefault(INSTRUCTIONS, "SSE41"));
        }
        return Map.copyOf(variables);
    }
}
