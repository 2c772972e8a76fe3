package io.limen.explainer.application.stream;

import io.limen.explainer.domain.attribution.ExplanationSettings;
import io.limen.explainer.domain.load.Lottery;
import io.limen.explainer.domain.load.OverloadPolicy;
import io.limen.explainer.domain.load.Pace;
import io.limen.explainer.domain.load.Relief;
import java.time.Duration;
import java.util.Optional;

/**
 * Decides which cases are explained, and with how much time, before anything of them is looked at but their names: so the
 * probability that a case is explained is known, and does not depend on what would have come out. Images of one study carry one
 * lot. One per process, shared by its workers.
 */
public final class Admissions {

    private static final double NANOS = 1e9;

    private final Optional<OverloadPolicy> policy;
    private final Backlog backlog;
    private Pace pace = Pace.UNKNOWN;
    private volatile Optional<Duration> lastWait = Optional.empty();

    /** @param policy empty: every case is explained, however many wait */
    public Admissions(Optional<OverloadPolicy> policy, Backlog backlog) {
        this.policy = policy;
        this.backlog = backlog;
    }

    /** Every case, with all its time. */
    public static Admissions unlimited() {
        return new Admissions(Optional.empty(), Optional::empty);
    }

    /**
     * What became of a case at the door.
     *
     * @param relief what it is given
     * @param admitted whether it is explained
     */
    record Admission(Relief relief, boolean admitted) {

        /** The settings with what the load leaves of the time. */
        ExplanationSettings settings(ExplanationSettings usual) {
            return relief.time().map(usual::within).orElse(usual);
        }
    }

    /**
     * Decides on one case.
     *
     * @param waited since it was published, where that is known
     */
    Admission admit(CaseIdentity identity, Optional<Duration> waited) {
        lastWait = waited;
        Relief relief = now();
        double lot = Lottery.lot(identity.studyId().orElse(identity.caseId()));
        return new Admission(relief, lot < relief.inclusionProbability());
    }

    /** What a case that is taken now is given. */
    public synchronized Relief now() {
        return policy.flatMap(chosen -> backlog.now().map(load -> chosen.relief(load, pace)))
                .orElse(Relief.NONE);
    }

    /** How long the case that was taken last had waited, by the clocks of two machines; empty when that is not known. */
    public Optional<Duration> lastWait() {
        return lastWait;
    }

    /**
     * An explanation ended.
     *
     * @param relief what it was given
     * @param took as long as it kept its worker; a time that is none is not counted
     */
    synchronized void explained(Relief relief, Duration took) {
        if (took.isNegative() || took.isZero()) {
            return;
        }
        pace = pace.after(took.toNanos() / NANOS, relief.budgetShare() == 1);
    }
}
