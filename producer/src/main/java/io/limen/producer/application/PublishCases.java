package io.limen.producer.application;

import io.limen.producer.application.Reading.Readable;
import io.limen.producer.application.Reading.Unreadable;
import io.limen.producer.domain.deployment.Deployment;
import io.limen.producer.domain.result.SegmentedCase;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Objects;

/** Use case: publish the cases of a source, one after the other, and lose none without a word. */
public final class PublishCases {

    private final CaseAssembly assembly;
    private final SegmentationResults results;
    private final Surroundings surroundings;

    /** Publishes to a stream. */
    public PublishCases(CaseAssembly assembly, SegmentationResults results, Surroundings surroundings) {
        this.assembly = Objects.requireNonNull(assembly, "assembly");
        this.results = Objects.requireNonNull(results, "results");
        this.surroundings = Objects.requireNonNull(surroundings, "surroundings");
    }

    /**
     * The user and the clock.
     *
     * @param progress what the user sees
     * @param interruption what the user wants
     * @param time the clock that the pace goes by
     */
    public record Surroundings(Progress progress, Interruption interruption, InstantSource time) {}

    /** Publishes and waits until everything is delivered or given up. */
    public PublishReport publish(CaseSource source, PublishPlan plan) {
        Progress progress = surroundings.progress();
        int planned = Math.min(plan.limit(), source.size());
        Tally tally = new Tally(progress);
        Instant start = surroundings.time().instant();
        progress.started(planned);
        source.notes().forEach(progress::noted);
        int next = 0;
        while (next < planned && awaitTurn(next, plan, start) && !tally.isOver(plan)) {
            publishOne(source.at(next), next, plan, tally);
            next++;
        }
        results.flush();
        progress.finished();
        Duration elapsed = Duration.between(start, surroundings.time().instant());
        return tally.report(plan, planned, elapsed, next < planned);
    }

    /** Whether to go on, once the case is due. */
    private boolean awaitTurn(int index, PublishPlan plan, Instant start) {
        Duration wait = Duration.between(
                surroundings.time().instant(), start.plus(plan.pace().due(index)));
        if (!wait.isNegative() && !wait.isZero()) {
            surroundings.interruption().await(wait);
        }
        return !surroundings.interruption().wanted();
    }

    private void publishOne(SourceCase sourceCase, int index, PublishPlan plan, Tally tally) {
        try {
            CaseAssembly.Origin origin = new CaseAssembly.Origin(sourceCase.kind(), plan.withGroundTruth());
            readAndHandOver(sourceCase, plan.deploymentOf(index), origin, tally);
        } catch (OutOfMemoryError e) {
            // one large allocation failed and nothing is left half done; the next image may fit
            tally.fail(sourceCase.name(), "takes more memory than this process has (java -Xmx gives more)");
        }
    }

    private void readAndHandOver(
            SourceCase sourceCase, Deployment deployment, CaseAssembly.Origin origin, Tally tally) {
        Reading<CaseContent> content = sourceCase.read();
        Reading<SegmentedCase> assembled = content instanceof Readable<CaseContent> readable
                ? assembly.assemble(readable.value(), deployment, origin)
                : new Unreadable<>(((Unreadable<CaseContent>) content).reason());
        if (assembled instanceof Readable<SegmentedCase> ready) {
            boolean groundTruth = ready.value().masks().groundTruth().isPresent();
            results.publish(ready.value(), delivery -> tally.record(sourceCase.name(), groundTruth, delivery));
        } else if (assembled instanceof Unreadable<SegmentedCase> unreadable) {
            tally.fail(sourceCase.name(), unreadable.reason());
        }
    }
}
