package io.limen.explainer.adapter.cli;

import io.limen.explainer.application.bench.BenchWatch;
import java.time.Duration;
import picocli.CommandLine;

/** Shows how far the bench is; the bar begins after the warm-up, so that its speed is that of warm models. */
final class BenchProgress implements BenchWatch, AutoCloseable {

    private final CommandLine command;
    private final Console console;
    private ProgressDisplay display;

    BenchProgress(CommandLine command, Console console) {
        this.command = command;
        this.console = console;
    }

    void warmsUp(int cases) {
        LimenCommand.tell(command, "warming up" + (cases == 1 ? "" : ", " + cases + " pairs of model and image"));
    }

    @Override
    public void begins(Duration time) {
        LimenCommand.tell(command, "this will take about " + words(time));
        display = console.progress("measuring");
    }

    @Override
    public void forwards(long done, long expected) {
        display.forwards(done, expected);
    }

    @Override
    public void close() {
        if (display != null) {
            display.close();
        }
    }

    private static String words(Duration time) {
        long seconds = Math.max(1, time.toSeconds());
        return seconds < 120 ? seconds + " s" : Math.round(seconds / 60.0) + " minutes";
    }
}
