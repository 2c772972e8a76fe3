package io.limen.quickstart.bootstrap;

import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jline.utils.Signals;

/** The first Ctrl-C stops the demo in order, the second at once. SIGTERM and SIGHUP do as the first. */
final class StopSignals {

    /** What a shell reports for a process that SIGINT ended. */
    static final int INTERRUPTED = 130;

    private final DemoStage stage;
    private final PrintStream err;
    private final AtomicBoolean interrupted = new AtomicBoolean();

    private StopSignals(DemoStage stage, PrintStream err) {
        this.stage = stage;
        this.err = err;
    }

    static void install(DemoStage stage, PrintStream err) {
        StopSignals signals = new StopSignals(stage, err);
        Signals.register("INT", signals::interrupt);
        Runtime.getRuntime().addShutdownHook(new Thread(signals::shutDown, "stop-demo"));
    }

    private void interrupt() {
        stage.announceStop();
        if (interrupted.compareAndSet(false, true)) {
            err.println();
            err.println("stopping; Ctrl-C again to stop at once");
            System.exit(INTERRUPTED);
        }
        stage.abandon();
        Runtime.getRuntime().halt(INTERRUPTED);
    }

    private void shutDown() {
        boolean running = !stage.closed();
        stage.announceStop();
        Instant begin = Instant.now();
        stage.close();
        if (running) {
            double seconds = Duration.between(begin, Instant.now()).toMillis() / 1000.0;
            err.printf(Locale.ROOT, "stopped after %.1f s; no process, port or temporary file is left%n", seconds);
        }
    }
}
