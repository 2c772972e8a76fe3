package io.limen.aggregator.domain.statistics;

import io.limen.aggregator.domain.strategy.ReferenceMode;
import java.util.Comparator;

/**
 * What keeps explanations of one model apart: effects against a ground truth and against the model's own mask mean
 * different things, and sites see different patients.
 *
 * @param site where the model runs, at most {@value #MAX_SITE_LENGTH} characters
 * @param referenceMode what the regions were scored against
 */
public record GroupKey(String site, ReferenceMode referenceMode) implements Comparable<GroupKey> {

    /** A name, not a text: keeps a model's record small whatever a producer sends. */
    public static final int MAX_SITE_LENGTH = 200;

    private static final Comparator<GroupKey> ORDER =
            Comparator.comparing(GroupKey::site).thenComparing(GroupKey::referenceMode);

    public GroupKey {
        if (site.length() > MAX_SITE_LENGTH) {
            throw new IllegalArgumentException("GroupKey: site of " + site.length() + " characters");
        }
    }

    @Override
    public int compareTo(GroupKey other) {
        return ORDER.compare(this, other);
    }
}
