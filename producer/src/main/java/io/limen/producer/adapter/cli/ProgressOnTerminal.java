package io.limen.producer.adapter.cli;

import io.limen.producer.application.Progress;
import java.io.PrintStream;
import java.util.Objects;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

/** Progress as a bar with rate and time left. */
public final class ProgressOnTerminal implements Progress {

    private static final int WIDTH = 80;

    private final PrintStream err;
    private final String task;
    private ProgressBar bar;

    /** Draws on a terminal. */
    public ProgressOnTerminal(PrintStream err, String task) {
        this.err = Objects.requireNonNull(err, "err");
        this.task = Objects.requireNonNull(task, "task");
    }

    @Override
    public synchronized void started(int total) {
        bar = new ProgressBarBuilder()
                .setTaskName(task)
                .setInitialMax(total)
                .setStyle(ProgressBarStyle.ASCII)
                .setUpdateIntervalMillis(200)
                .showSpeed()
                .setConsumer(new ConsoleProgressBarConsumer(err, WIDTH))
                .build();
    }

    @Override
    public synchronized void delivered() {
        bar.step();
    }

    @Override
    public synchronized void failed(String name, String reason) {
        noted(SafeText.of(name) + ": " + reason);
        bar.step();
    }

    /** The line takes the place of the bar, which is drawn again below it. */
    @Override
    public synchronized void noted(String line) {
        err.print("\r\u001B[K" + SafeText.of(line) + System.lineSeparator());
        err.flush();
    }

    @Override
    public synchronized void finished() {
        bar.close();
    }
}
