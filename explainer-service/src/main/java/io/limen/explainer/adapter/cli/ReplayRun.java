package io.limen.explainer.adapter.cli;

import io.limen.explainer.application.DeviceChoice;
import io.limen.explainer.application.ExplanationDocuments;
import io.limen.explainer.application.ExplanationDocuments.Rendered;
import io.limen.explainer.application.replay.NotReplayableException;
import io.limen.explainer.application.replay.RecordedExplanation;
import io.limen.explainer.application.replay.Replay;
import io.limen.explainer.application.replay.ReplayExplanation;
import io.limen.explainer.application.replay.ReplayRequest;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongConsumer;
import java.util.function.Supplier;
import picocli.CommandLine;

/**
 * One replay from the command line.
 *
 * @param command where it speaks
 * @param replays makes the use case
 * @param documents renders what came out
 * @param progress how far the work is
 */
record ReplayRun(
        CommandLine command, Replays replays, ExplanationDocuments documents, Supplier<ProgressDisplay> progress) {

    private static final int INTERRUPTED = 130;
    private static final Duration TOLD_EVERY = Duration.ofSeconds(5);

    /**
     * Computes it again, compares, and tells.
     *
     * @param out folder for the recomputed explanation; empty: nothing is written
     * @param device what the user named; empty: what the explanation was computed on
     * @return the exit code
     */
    int run(ReplayRequest request, ReplayPlaces places, Optional<Path> out, Optional<DeviceChoice> device)
            throws UserMistakeException, IOException {
        if (out.isEmpty()) {
            return compare(request, places, device, replay -> List.of());
        }
        try (OutputFolder folder = OutputFolder.prepare(out.get())) {
            return compare(request, places, device, replay -> write(replay, folder));
        }
    }

    private int compare(ReplayRequest request, ReplayPlaces places, Optional<DeviceChoice> device, Writing writing)
            throws UserMistakeException, IOException {
        try (Interruption interruption = Interruption.ofThisThread()) {
            Optional<Replay> replay = replay(replays.open(places), request, device, interruption);
            if (replay.isEmpty() || interruption.requested()) {
                LimenCommand.tell(command, "interrupted, nothing was written");
                return INTERRUPTED;
            }
            new ReplaySummary(replay.get(), writing.write(replay.get())).print(command.getOut());
            return replay.get().comparison().identical() ? 0 : LimenCommand.DIFFERS;
        }
    }

    /** Empty when it was interrupted. */
    private Optional<Replay> replay(
            ReplayExplanation useCase, ReplayRequest request, Optional<DeviceChoice> device, Interruption interruption)
            throws UserMistakeException {
        try {
            RecordedExplanation recorded = useCase.find(request, reading());
            LimenCommand.tell(
                    command,
                    "found: case " + recorded.identity().caseId() + " of " + recorded.model() + ", "
                            + recorded.settings().schedule().label() + " schedule, seed "
                            + recorded.settings().seed());
            try (ProgressDisplay display = progress.get()) {
                return Optional.of(useCase.replay(recorded, device, display));
            }
        } catch (NotReplayableException e) {
            if (interruption.requested()) {
                return Optional.empty();
            }
            throw new UserMistakeException("can't be replayed: " + e.getMessage(), e);
        }
    }

    private List<Path> write(Replay replay, OutputFolder folder) throws IOException {
        Rendered rendered = documents.of(replay.recomputed());
        List<Path> files = folder.write(rendered.documents());
        rendered.notices().forEach(command.getErr()::println);
        return files;
    }

    private LongConsumer reading() {
        long start = System.nanoTime();
        AtomicLong told = new AtomicLong();
        return records -> {
            long seconds = Duration.ofNanos(System.nanoTime() - start).toSeconds();
            if (seconds - told.get() >= TOLD_EVERY.toSeconds()) {
                told.set(seconds);
                LimenCommand.tell(
                        command, String.format(Locale.ROOT, "looking for it: %,d records in %d s", records, seconds));
            }
        };
    }

    /** Puts what came out where the user wants it. */
    private interface Writing {
        List<Path> write(Replay replay) throws IOException;
    }
}
