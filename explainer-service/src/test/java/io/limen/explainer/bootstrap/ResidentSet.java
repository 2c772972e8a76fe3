package io.limen.explainer.bootstrap;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.management.JMException;
import javax.management.ObjectName;

/**
 * Memory of this process that is in RAM, in kibibytes, as Linux counts it. Java's heap fills up to its size whatever the
 * program does, so a leak of native memory shows in few explanations only beside it.
 *
 * @param all resident pages
 * @param javaHeap those in Java's heap
 */
record ResidentSet(long all, long javaHeap) {

    private static final Pattern ADDRESS = Pattern.compile("0x([0-9a-f]+)");
    private static final Pattern MAPPING = Pattern.compile("([0-9a-f]+)-[0-9a-f]+ .*");

    ResidentSet {
        if (!(javaHeap > 0 && javaHeap < all)) {
            throw new IllegalArgumentException("resident: " + javaHeap + " KiB in Java's heap of " + all + " KiB");
        }
    }

    /** As it is now. */
    static ResidentSet now() throws IOException, JMException {
        long start = Long.MAX_VALUE;
        long end = 0;
        Matcher address = ADDRESS.matcher(javaHeapDescription());
        while (address.find()) {
            long found = Long.parseUnsignedLong(address.group(1), 16);
            start = Math.min(start, found);
            end = Math.max(end, found);
        }
        return between(start, end);
    }

    /** The most since {@link #forgetPeak}. */
    static long peak() throws IOException {
        return Files.readAllLines(Path.of("/proc/self/status")).stream()
                .filter(line -> line.startsWith("VmHWM:"))
                .mapToLong(ResidentSet::number)
                .findFirst()
                .orElseThrow();
    }

    /** Other tests may have run in this process before. */
    static void forgetPeak() throws IOException {
        Files.writeString(Path.of("/proc/self/clear_refs"), "5");
    }

    long outsideJavaHeap() {
        return all - javaHeap;
    }

    private static ResidentSet between(long start, long end) throws IOException {
        long all = 0;
        long javaHeap = 0;
        boolean inside = false;
        for (String line : Files.readAllLines(Path.of("/proc/self/smaps"), StandardCharsets.ISO_8859_1)) {
            Matcher mapping = MAPPING.matcher(line);
            if (mapping.matches()) {
                long from = Long.parseUnsignedLong(mapping.group(1), 16);
                inside = from >= start && from < end;
            } else if (line.startsWith("Rss:")) {
                all += number(line);
                javaHeap += inside ? number(line) : 0;
            }
        }
        return new ResidentSet(all, javaHeap);
    }

    /** Says from which address to which, for every collector. */
    private static String javaHeapDescription() throws JMException {
        return (String) ManagementFactory.getPlatformMBeanServer()
                .invoke(
                        new ObjectName("com.sun.management:type=DiagnosticCommand"),
                        "gcHeapInfo",
                        new Object[0],
                        new String[0]);
    }

    private static long number(String line) {
        return Long.parseLong(line.replaceAll("\\D", ""));
    }
}
