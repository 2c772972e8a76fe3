package io.limen.aggregator.domain.alert;

import io.limen.aggregator.domain.drift.DriftSource;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Set;

/** An alert in one plain sentence. */
public final class Summary {

    private Summary() {}

    /** The sentence, in English, without a full stop at the end. */
    public static String of(Alert alert) {
        return switch (alert.state()) {
            case SUSPECT -> "Possibly " + change(alert.change());
            case ALERT -> capitalised(change(alert.change())) + "; " + moved(alert.moved());
            case CLEARED ->
                "Over: " + FeatureWords.name(alert.change().feature())
                        + " is near its reference again, or has a new one";
        };
    }

    private static String change(Change change) {
        long studies = change.current().count();
        return FeatureWords.name(change.feature()) + " " + verb(change) + " "
                + fromTo(change) + size(change) + " over "
                + studies + (studies == 1 ? " study" : " studies") + " since "
                + change.onset().truncatedTo(ChronoUnit.SECONDS);
    }

    private static String verb(Change change) {
        return switch (change.direction()) {
            case RISE -> "rose";
            case FALL -> "fell";
            case WIDEN -> "varied more: the standard deviation went";
            case NARROW -> "varied less: the standard deviation went";
        };
    }

    private static String fromTo(Change change) {
        return change.direction().isOfSpread()
                ? FeatureWords.spreadFromTo(change.feature(), change.before(), change.after())
                : FeatureWords.fromTo(change.feature(), change.before(), change.after());
    }

    private static String size(Change change) {
        double deviation = change.reference().deviation().orElse(0);
        return deviation > 0 && !change.direction().isOfSpread()
                ? String.format(
                        Locale.ROOT,
                        ", %.1f standard deviations,",
                        Math.abs(change.after() - change.before()) / deviation)
                : "";
    }

    private static String moved(Set<DriftSource> moved) {
        if (moved.equals(Set.of(DriftSource.RELIANCE))) {
            return "only what the model relies on moved, neither the images nor the answers";
        }
        return "what moved: "
                + moved.stream()
                        .map(Summary::words)
                        .reduce((left, right) -> left + ", " + right)
                        .orElse("nothing for itself");
    }

    private static String words(DriftSource source) {
        return switch (source) {
            case INPUTS -> "the images";
            case OUTPUTS -> "the answers";
            case RELIANCE -> "what the model relies on";
        };
    }

    private static String capitalised(String sentence) {
        return sentence.substring(0, 1).toUpperCase(Locale.ROOT) + sentence.substring(1);
    }
}
