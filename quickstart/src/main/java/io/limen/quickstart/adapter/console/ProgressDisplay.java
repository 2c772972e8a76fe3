package io.limen.quickstart.adapter.console;

import io.limen.quickstart.domain.Progress;
import java.time.Duration;
import java.util.function.Supplier;
import me.tongfei.progressbar.DelegatingProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarStyle;

/** How far the cases are and how long the rest will take. */
interface ProgressDisplay extends AutoCloseable {

    /** Shows the progress. */
    void show(Progress progress);

    @Override
    void close();

    /** A bar at the bottom of the terminal. */
    static ProgressDisplay bar(Screen screen, int cases, int columns) {
        ProgressBar bar = ProgressBar.builder()
                .setTaskName("cases")
                .setInitialMax(cases)
                .setStyle(ProgressBarStyle.ASCII)
                .setUpdateIntervalMillis(500)
                .setConsumer(new DelegatingProgressBarConsumer(screen::bar, columns - 1))
                .build();
        return new ProgressDisplay() {
            @Override
            public void show(Progress progress) {
                bar.stepTo(Math.min(cases, progress.done()));
            }

            @Override
            public void close() {
                bar.close();
                screen.endBar();
            }
        };
    }

    /** A line per case, for a log. */
    static ProgressDisplay lines(Screen screen, Supplier<Duration> sinceFollow) {
        return new ProgressDisplay() {
            private int shown;

            @Override
            public void show(Progress progress) {
                if (progress.done() > shown) {
                    shown = progress.done();
                    screen.say(Remaining.after(sinceFollow.get(), progress).line(progress));
                }
            }

            @Override
            public void close() {
                // nothing to take away
            }
        };
    }
}
