package io.limen.quickstart.adapter.console;

import io.limen.quickstart.domain.Group;
import io.limen.quickstart.domain.GroupFigures;
import io.limen.quickstart.domain.Moments;
import io.limen.quickstart.domain.Progress;
import io.limen.quickstart.domain.Speed;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** The aggregator's figures as text, one row per group. */
final class Figures {

    private static final List<String> HEAD = List.of(
            "model",
            "site",
            "scored against",
            "explanations",
            "Dice %",
            "causal radius",
            "locality",
            "strategies",
            "s/explanation",
            "forwards/s");

    private Figures() {}

    /** The closing table: what the aggregator counted, and what the explanations cost. */
    static List<String> table(Progress progress) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(HEAD);
        progress.figures().forEach((group, figures) -> {
            Speed speed = progress.speed().getOrDefault(group, Speed.NONE);
            rows.add(List.of(
                    group.model(),
                    group.site(),
                    group.referenceMode().toLowerCase(Locale.ROOT).replace('_', ' '),
                    String.valueOf(figures.explanations()),
                    spread(figures.baselineDice(), 1),
                    spread(figures.causalRadius(), 2),
                    spread(figures.locality(), 2),
                    mix(figures.classCounts()),
                    number(speed.secondsPerExplanation(), 2),
                    number(speed.forwardsPerSecond(), 0)));
        });
        return new TextTable(rows).lines();
    }

    /** One line while the stream runs. */
    static String line(Group group, GroupFigures figures) {
        return "  " + group.model() + " at " + group.site() + ": " + figures.explanations() + " explained, Dice "
                + spread(figures.baselineDice(), 1) + " %, causal radius " + spread(figures.causalRadius(), 2)
                + ", locality " + spread(figures.locality(), 2) + ", " + mix(figures.classCounts());
    }

    private static String spread(Moments moments, int digits) {
        if (moments.count() == 0) {
            return "-";
        }
        String mean = number(moments.mean(), digits);
        return moments.count() == 1 ? mean : mean + " \u00b1 " + number(moments.standardDeviation(), digits);
    }

    private static String mix(Map<String, Long> counts) {
        return counts.entrySet().stream()
                .filter(entry -> entry.getValue() > 0)
                .sorted(Map.Entry.<String, Long>comparingByValue().reversed().thenComparing(Map.Entry.comparingByKey()))
                .map(entry -> entry.getValue() + " " + entry.getKey().toLowerCase(Locale.ROOT))
                .collect(Collectors.joining(", "));
    }

    private static String number(double value, int digits) {
        return String.format(Locale.ROOT, "%." + digits + "f", value);
    }
}
