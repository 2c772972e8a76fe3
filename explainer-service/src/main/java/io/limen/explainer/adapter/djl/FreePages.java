package io.limen.explainer.adapter.djl;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.function.LongSupplier;
import javax.management.JMException;
import javax.management.MBeanServer;
import javax.management.ObjectName;

/**
 * Gives free pages of the process's native heap back to the kernel. glibc keeps them, as the process environment asks it to
 * for the sake of speed, and tensors of ever other sizes leave more and more of them between what is in use.
 *
 * <p>A trim costs its own time and about as much again for the pages that are soon needed anew, so it waits until it is a
 * small share of the work since the last one. Where the JVM or its C library has no trim, nothing happens. Used by several
 * threads at a time.
 */
final class FreePages {

    /** A trim is at most 1/200 of the processor time from one to the next. */
    private static final long PATIENCE = 200;

    /**
     * Nanoseconds; what a trim is taken to cost at most, and before the first: an explanation from the command line ends
     * before one pays, and the first one starts the JVM's management besides.
     */
    private static final long HIGHEST_COST = 50_000_000;

    /** How free pages are given back. */
    @FunctionalInterface
    interface Trim {

        /** @throws JMException when there is no such thing here */
        void run() throws JMException;
    }

    private final LongSupplier work;
    private final Trim trim;
    private long last;
    private long lastCost = HIGHEST_COST;
    private boolean possible = true;

    /** The native heap of this process. */
    FreePages() {
        this(FreePages::processorTime, FreePages::trimNativeHeap);
    }

    /** @param work processor time: that of the clock passes on a busy machine while nothing is done */
    FreePages(LongSupplier work, Trim trim) {
        this.work = work;
        this.trim = trim;
        this.last = work.getAsLong();
    }

    /** To be called when memory has been freed; does nothing most of the time. */
    synchronized void giveBack() {
        long start = work.getAsLong();
        if (!possible || start - last < PATIENCE * lastCost) {
            return;
        }
        try {
            trim.run();
        } catch (JMException e) {
            possible = false;
        }
        last = work.getAsLong();
        lastCost = Math.min(HIGHEST_COST, last - start);
    }

    /** Of all threads; constant where the JVM doesn't know it, so that nothing happens. */
    private static long processorTime() {
        return ManagementFactory.getOperatingSystemMXBean() instanceof OperatingSystemMXBean system
                ? system.getProcessCpuTime()
                : 0;
    }

    /** By the JVM's own command, so that no native library is needed: {@code jcmd PID System.trim_native_heap}. */
    static void trimNativeHeap() throws JMException {
        MBeanServer server = ManagementFactory.getPlatformMBeanServer();
        ObjectName commands = new ObjectName("com.sun.management:type=DiagnosticCommand");
        server.invoke(commands, "systemTrimNativeHeap", new Object[0], new String[0]);
    }
}
