package io.limen.explainer.application.stream;

import io.limen.explainer.domain.attribution.ExplanationSettings;
import io.limen.explainer.domain.load.Lottery;
import io.limen.explainer.domain.load.OverloadPolicy;
import io.limen.explainer.domain.load.Pace;
import io.limen.explainer.domain.load.Relief;
import java.time.Duration;
import java.util.Optional;
import java.util.function.LongSupplier;

/**
 * Decides which cases are explained, and with how much time, before anything of them is looked at but their names: so the
 * probability that a case is explained is known, and does not depend on what would have come out. Images of one study carry one
 * lot. One per process, shared by its workers.
 */
public final class Admissions {

    private static final double NANOS = 1e9;

    private final Optional<OverloadPolicy> policy;
    private final Backlog backlog;
    private final LongSupplier nanoTime;
    private Pace pace = Pace.UNKNOWN;
    private volatile Optional<Duration> lastWait = Optional.empty();

    /**
     * @param policy empty: every case is explained, however many wait
     * @param nanoTime as of {@link System#nanoTime}
     */
    public Admissions(Optional<OverloadPolicy> policy, Backlog backlog, LongSupplier nanoTime) {
        this.policy = policy;
        this.backlog = backlog;
        this.nanoTime = nanoTime;
    }

    /** Every case, with all its time. */
    public static Admissions unlimited() {
        return new Admissions(Optional.empty(), Optional::empty, System::nanoTime);
    }

    /**
     * What became of a case at the door.
     *
     * @param relief what it is given
     * @param admitted whether it is explained
     * @param at nanoseconds of this process
     */
    record Admission(Relief relief, boolean admitted, long at) {

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
        return new Admission(relief, lot < relief.inclusionProbability(), nanoTime.getAsLong());
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
     * A case that was admitted is explained by now. What came before and comes after, a wait for its turn or for the brokers,
     * is not counted: it does not become shorter by giving cases up.
     */
    synchronized void explained(Admission admission) {
        long took = Math.max(1, nanoTime.getAsLong() - admission.at());
        pace = pace.after(took / NANOS, admission.relief().budgetShare() == 1);
    }
}
