package io.limen.quickstart.domain;

import java.util.Comparator;
import java.util.Objects;

/**
 * What statistics are kept apart by: a model, the site it runs at, and what its regions are scored against.
 *
 * @param model {@code model@version}
 */
public record Group(String model, String site, String referenceMode) implements Comparable<Group> {

    private static final Comparator<Group> ORDER =
            Comparator.comparing(Group::model).thenComparing(Group::site).thenComparing(Group::referenceMode);

    public Group {
        Objects.requireNonNull(model);
        Objects.requireNonNull(site);
        Objects.requireNonNull(referenceMode);
    }

    @Override
    public int compareTo(Group other) {
        return ORDER.compare(this, other);
    }
}
