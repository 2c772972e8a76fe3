package io.limen.quickstart.adapter.console;

import io.limen.quickstart.application.Narrator;
import io.limen.quickstart.domain.PartFailure;
import io.limen.quickstart.domain.Progress;
import io.limen.quickstart.domain.StreamEvent;
import java.io.PrintStream;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/** Progress on standard error, the closing table on standard output. */
public final class ConsoleNarrator implements Narrator {

    /** Often enough to watch, rare enough to read. */
    private static final Duration STATISTICS_PAUSE = Duration.ofSeconds(5);

    /** Beyond the demo's own phantoms, however many: a phantom published again is dropped as a duplicate. */
    private static final int OTHER_SEED = 500_000;

    private final Terminal terminal;
    private final InstantSource clock;
    private final Duration budget;
    private final Set<String> cutShort = new HashSet<>();
    private final PrintStream results;
    private final Screen screen;
    private ProgressDisplay display;
    private Instant statisticsShown = Instant.MIN;

    /**
     * A narrator of one demo.
     *
     * @param terminal what standard error is connected to
     * @param clock tells the times in front of the lines
     * @param start when the user asked for the demo
     * @param budget longest time for one case
     */
    public ConsoleNarrator(Terminal terminal, InstantSource clock, Instant start, Duration budget) {
        this(terminal, clock, start, budget, System.out);
    }

    ConsoleNarrator(Terminal terminal, InstantSource clock, Instant start, Duration budget, PrintStream results) {
        this.terminal = terminal;
        this.clock = clock;
        this.budget = budget;
        this.results = results;
        this.screen = new Screen(terminal.stream(), () -> Duration.between(start, clock.instant()));
    }

    @Override
    public void say(String line) {
        screen.say(line);
    }

    @Override
    public void follow(Progress start) {
        Instant follow = clock.instant();
        display = terminal.interactive()
                ? ProgressDisplay.bar(screen, start.expected(), terminal.columns())
                : ProgressDisplay.lines(screen, () -> Duration.between(follow, clock.instant()));
    }

    @Override
    public void event(StreamEvent event, Progress progress) {
        if (event instanceof StreamEvent.Rejected rejected) {
            screen.say("rejected: case " + rejected.caseId() + ": " + rejected.reason());
        }
        if (event instanceof StreamEvent.Explained explained && explained.cutShort()) {
            cutShort(explained.group().model());
        }
        if (event instanceof StreamEvent.DriftReported reported) {
            screen.say(DriftLines.line(reported.notice()));
        }
        if (event instanceof StreamEvent.StatisticsPublished) {
            statistics(progress);
        } else if (display != null) {
            display.show(progress);
        }
    }

    /** Once per model: it is the same for the model's other cases. */
    private void cutShort(String model) {
        if (cutShort.add(model)) {
            screen.say(model + ": the time budget (" + budget.toSeconds()
                    + " s a case) ended before the explanation was done; raise --budget");
        }
    }

    private void statistics(Progress progress) {
        Instant now = clock.instant();
        if (statisticsShown.plus(STATISTICS_PAUSE).isAfter(now)) {
            return;
        }
        statisticsShown = now;
        screen.say("statistics so far");
        progress.figures().forEach((group, figures) -> screen.line(Figures.line(group, figures)));
    }

    @Override
    public void unfollow() {
        if (display != null) {
            display.close();
            display = null;
        }
    }

    @Override
    public void firstAttribution(Duration sinceStart) {
        screen.say(String.format(
                Locale.ROOT, "first attribution on the topic after %.1f s", sinceStart.toMillis() / 1000.0));
    }

    @Override
    public void invite(URI dashboard, String bootstrapServers) {
        screen.line("");
        screen.line("  dashboard   " + dashboard);
        screen.line("  bootstrap   " + bootstrapServers);
        screen.line("  try, from a second terminal:");
        screen.line("  ./limen publish --phantoms 8 --seed " + OTHER_SEED + " --model phantom-unet@1 --bootstrap "
                + bootstrapServers);
        screen.line("");
    }

    @Override
    public void close(Progress progress) {
        Figures.table(progress).forEach(results::println);
        DriftLines.table(progress.drifts().values()).forEach(results::println);
        if (!progress.rejected().isEmpty()) {
            results.println("rejected: " + progress.rejected().size());
            progress.rejected().forEach((origin, reason) -> results.println("  " + origin + ": " + reason));
        }
        results.flush();
    }

    @Override
    public void failure(PartFailure failure) {
        screen.say(failure.what() + (failure.logEnd().isEmpty() ? "; its log is empty" : "; the end of its log:"));
        failure.logEnd().forEach(line -> screen.line("  | " + line));
    }
}
