package io.limen.explainer.adapter.cli;

import io.limen.explainer.application.Progress;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Locale;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

/** Shows how far the work is. */
interface ProgressDisplay extends Progress, AutoCloseable {

    @Override
    void close();

    /**
     * A bar that redraws itself, for a terminal.
     *
     * @param doing what is done, one word
     */
    static ProgressDisplay bar(PrintStream terminal, String doing) {
        ProgressBar bar = new ProgressBarBuilder()
                .setTaskName(doing)
                .setUnit(" forwards", 1)
                .setStyle(ProgressBarStyle.ASCII)
                .setUpdateIntervalMillis(250)
                .setConsumer(new ConsoleProgressBarConsumer(terminal))
                .build();
        return new ProgressDisplay() {
            @Override
            public void forwards(long done, long expected) {
                bar.maxHint(expected);
                bar.stepTo(done);
            }

            @Override
            public void close() {
                bar.close();
            }
        };
    }

    /**
     * A line every few seconds, for a log.
     *
     * @param doing what is done, one word
     */
    static ProgressDisplay lines(PrintWriter log, InstantSource clock, String doing) {
        return new Lines(log, clock, doing);
    }

    /** A line every few seconds. */
    final class Lines implements ProgressDisplay {

        /** Seldom enough for a log, often enough to see that it lives. */
        static final Duration INTERVAL = Duration.ofSeconds(5);

        private final PrintWriter log;
        private final InstantSource clock;
        private final String doing;
        private final Instant start;
        private Instant last;

        Lines(PrintWriter log, InstantSource clock, String doing) {
            this.log = log;
            this.clock = clock;
            this.doing = doing;
            this.start = clock.instant();
            this.last = start;
        }

        @Override
        public synchronized void forwards(long done, long expected) {
            Instant now = clock.instant();
            if (done < 1 || Duration.between(last, now).compareTo(INTERVAL) < 0) {
                return;
            }
            last = now;
            double perForward = Duration.between(start, now).toMillis() / 1000.0 / done;
            log.printf(
                    Locale.ROOT,
                    "%s: %,d of about %,d forward passes, about %.0f s left%n",
                    doing,
                    done,
                    expected,
                    perForward * Math.max(0, expected - done));
            log.flush();
        }

        @Override
        public void close() {
            log.flush();
        }
    }
}
