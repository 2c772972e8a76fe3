package io.limen.explainer.bootstrap;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the last bits of a forward pass depend on beside the library: the processor's instructions, and which of them may be used. */
final class Processor {

    private static final int LONGEST_NAME = 80;
    private static final String HELD_TO = "ONEDNN_MAX_CPU_ISA";

    private Processor() {}

    /** This machine's; empty where it does not say. */
    static String ofThisMachine() {
        try {
            return named(Files.readString(Path.of("/proc/cpuinfo"), StandardCharsets.ISO_8859_1), System.getenv());
        } catch (IOException notLinux) {
            return named("", System.getenv());
        }
    }

    /** @param cpuinfo as Linux tells of its processors, of which the first is taken */
    static String named(String cpuinfo, Map<String, String> variables) {
        List<String> parts = new ArrayList<>();
        value(cpuinfo, "model name").ifPresent(parts::add);
        value(cpuinfo, "flags").map(flags -> List.of(flags.split(" "))).ifPresent(flags -> {
            if (flags.contains("avx512f")) {
                parts.add("AVX-512");
            } else if (flags.contains("avx2")) {
                parts.add("AVX2");
            }
        });
        String held = variables.getOrDefault(HELD_TO, "").strip();
        if (!held.isEmpty()) {
            parts.add("held to " + shortened(held));
        }
        return String.join(", ", parts);
    }

    private static Optional<String> value(String cpuinfo, String key) {
        return cpuinfo.lines()
                .filter(line -> line.startsWith(key))
                .findFirst()
                .map(line -> line.substring(line.indexOf(':') + 1).strip())
                .map(value -> key.equals("flags") ? value : shortened(value))
                .filter(value -> !value.isEmpty());
    }

    private static String shortened(String text) {
        String plain = text.replaceAll("[^\\p{Print}]", "");
        return plain.substring(0, Math.min(LONGEST_NAME, plain.length()));
    }
}
