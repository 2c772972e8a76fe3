package io.limen.quickstart.adapter.process;

import java.util.Map;

/**
 * The process environment of a forward pass. Without it glibc gives every large tensor back to the kernel and fetches it
 * again, page by page, and idle OpenMP threads spin: a forward takes 2.4 times as long (measured on two cores). The
 * launcher {@code limen} sets the same for the commands that it starts itself.
 */
public final class ForwardEnvironment {

    private ForwardEnvironment() {}

    /** The variables. One OpenMP thread: the service runs several explanations side by side instead. */
    public static Map<String, String> variables() {
        return Map.of(
                "GLIBC_TUNABLES",
                "glibc.malloc.mmap_threshold=17179869184:glibc.malloc.trim_threshold=17179869184"
                        + ":glibc.malloc.top_pad=268435456:glibc.malloc.arena_max=1",
                "OMP_WAIT_POLICY",
                "passive",
                "OMP_NUM_THREADS",
                "1");
    }
}
