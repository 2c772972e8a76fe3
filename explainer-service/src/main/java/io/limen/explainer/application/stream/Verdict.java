package io.limen.explainer.application.stream;

import io.limen.explainer.application.ModelId;
import java.util.Optional;

/** What became of a delivery, before the stream is told. */
sealed interface Verdict {

    /** Explained: to be published, then accepted. */
    record Explained(CaseAttribution attribution) implements Verdict {}

    /**
     * Not explained: to be rejected.
     *
     * @param model the model asked for, if the repository has it
     */
    record Rejected(Rejection rejection, Optional<ModelId> model) implements Verdict {}

    /**
     * A passing fault of the machine: to be given back, and taken again after a while.
     *
     * @param obstacle one line: what stands in the way
     * @param atLast the verdict when it does not pass after all; empty to wait as long as it takes
     */
    record Postponed(String obstacle, Optional<Rejected> atLast) implements Verdict {}
}
