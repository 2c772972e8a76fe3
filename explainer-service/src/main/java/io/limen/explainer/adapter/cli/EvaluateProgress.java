package io.limen.explainer.adapter.cli;

import io.limen.explainer.application.evaluate.CaseEvaluation;
import io.limen.explainer.application.evaluate.EvaluationProgress;
import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import picocli.CommandLine;

/** Shows how far an evaluation is: a bar on a terminal, else a line now and then. */
final class EvaluateProgress implements EvaluationProgress, AutoCloseable {

    private static final Duration INTERVAL = Duration.ofSeconds(20);

    private final CommandLine command;
    private final Console console;
    private ProgressBar bar;
    private Instant start;
    private Instant last;
    private int known;
    private int done;
    private int all;

    EvaluateProgress(CommandLine command, Console console) {
        this.command = command;
        this.console = console;
    }

    @Override
    public synchronized void begins(int alreadyKnown, int pairs) {
        known = alreadyKnown;
        all = pairs;
        start = console.clock().instant();
        last = start;
        LimenCommand.tell(
                command,
                "%,d pairs of model and image".formatted(pairs)
                        + (known > 0 ? ", %,d of them known from an earlier run".formatted(known) : ""));
        if (console.terminal()) {
            bar = new ProgressBarBuilder()
                    .setTaskName("evaluating")
                    .setUnit(" pairs", 1)
                    .setInitialMax(pairs)
                    .startsFrom(known, Duration.ZERO)
                    .setStyle(ProgressBarStyle.ASCII)
                    .setUpdateIntervalMillis(500)
                    .setConsumer(new ConsoleProgressBarConsumer(console.error()))
                    .build();
        }
    }

    @Override
    public synchronized void done(CaseEvaluation found) {
        done++;
        if (bar != null) {
            bar.step();
            return;
        }
        Instant now = console.clock().instant();
        if (Duration.between(last, now).compareTo(INTERVAL) >= 0) {
            last = now;
            double perPair = Duration.between(start, now).toMillis() / 1000.0 / done;
            PrintStream error = console.error();
            error.printf(
                    Locale.ROOT,
                    "evaluating: %,d of %,d pairs, about %.0f minutes left%n",
                    known + done,
                    all,
                    perPair * (all - known - done) / 60);
        }
    }

    /** Pairs that are known by now. */
    synchronized int found() {
        return known + done;
    }

    synchronized int all() {
        return all;
    }

    @Override
    public synchronized void close() {
        if (bar != null) {
            bar.close();
        }
    }
}
