package io.limen.quickstart.adapter.console;

import io.limen.quickstart.domain.Progress;
import java.time.Duration;

/**
 * Estimate of the time left: the cases left take as long each as those done did, waiting for the first one included.
 *
 * @param time 0 when no case is left
 */
record Remaining(Duration time) {

    static Remaining after(Duration elapsed, Progress progress) {
        int left = Math.max(0, progress.expected() - progress.done());
        return new Remaining(elapsed.multipliedBy(left).dividedBy(Math.max(1, progress.done())));
    }

    String line(Progress progress) {
        String rejected =
                progress.rejected().isEmpty() ? "" : " (" + progress.rejected().size() + " rejected)";
        String left = time.isZero() ? "" : ", about " + Math.max(1, time.toSeconds()) + " s left";
        return progress.done() + " of " + progress.expected() + " cases done" + rejected + left;
    }
}
