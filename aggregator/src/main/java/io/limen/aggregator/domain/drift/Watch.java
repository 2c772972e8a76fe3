package io.limen.aggregator.domain.drift;

import java.util.ArrayList;
import java.util.List;

/** The watch on one group: first it gathers a reference, then it watches. */
public sealed interface Watch permits Watch.Gathering, Watching {

    /** A watch that knows nothing yet. */
    static Watch begin() {
        return new Gathering(List.of());
    }

    /** This after one more study. */
    Watch observe(Study study, WatchSettings settings);

    /**
     * Too little data: neither well nor ill.
     *
     * @param studies of the reference so far, oldest first
     */
    record Gathering(List<Study> studies) implements Watch {

        public Gathering {
            studies = List.copyOf(studies);
        }

        @Override
        public Watch observe(Study study, WatchSettings settings) {
            List<Study> more = new ArrayList<>(studies);
            more.add(study);
            return more.size() < settings.referenceStudies() ? new Gathering(more) : Watching.begin(more, settings);
        }
    }
}
