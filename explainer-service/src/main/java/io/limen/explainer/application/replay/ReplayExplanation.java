package io.limen.explainer.application.replay;

import io.limen.explainer.application.CaseToExplain;
import io.limen.explainer.application.DeviceChoice;
import io.limen.explainer.application.ExplainedCase;
import io.limen.explainer.application.ExplanationOutcome;
import io.limen.explainer.application.ExplanationOutcome.Explained;
import io.limen.explainer.application.ExplanationOutcome.Failed;
import io.limen.explainer.application.ExplanationOutcome.Skipped;
import io.limen.explainer.application.ImageDecoder.UnreadableImageException;
import io.limen.explainer.application.ImageStoreUnavailableException;
import io.limen.explainer.application.ModelRejectedException;
import io.limen.explainer.application.ModelRepository.RepositoryModel;
import io.limen.explainer.application.Progress;
import io.limen.explainer.application.RegionSelection;
import io.limen.explainer.application.RepositoryUnavailableException;
import io.limen.explainer.application.stream.CaseAttribution;
import io.limen.explainer.application.stream.ImageSource;
import io.limen.explainer.application.stream.IncomingCase;
import io.limen.explainer.application.stream.PictureReader;
import io.limen.explainer.domain.load.Relief;
import io.limen.explainer.domain.replay.ExplanationValues;
import io.limen.explainer.domain.replay.ReplayComparison;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.LongConsumer;

/**
 * The use case: an explanation's id in, whether the same comes out again. Everything that decides the result is held against
 * its recorded digest before anything is computed.
 *
 * @param archive what the topics still hold
 * @param pictures makes pixels of the case's files
 * @param opening makes what the explanation is computed with
 * @param values what would be published of an explanation, as far as it can be repeated
 */
public record ReplayExplanation(
        ExplanationArchive archive,
        PictureReader pictures,
        ReplayPlace.Opening opening,
        Function<CaseAttribution, ExplanationValues> values) {

    /** What a service uses for each of its workers: the best guess where a record does not say. */
    private static final int USUAL_THREADS = 1;

    /** Finds what was published. */
    public RecordedExplanation find(ReplayRequest request, LongConsumer progress) throws NotReplayableException {
        return archive.find(request, progress);
    }

    /**
     * Computes it again.
     *
     * @param device what the user named; empty: what it was computed on
     */
    public Replay replay(RecordedExplanation recorded, Optional<DeviceChoice> device, Progress progress)
            throws NotReplayableException {
        if (recorded.cutByTheClock()) {
            throw new NotReplayableException("the explanation was cut short by its limit on the time"
                    + (recorded.settingsRecorded() ? "" : ", or by one on forward passes that it does not record")
                    + ": how far it came can't be repeated");
        }
        CaseToExplain subject = subject(recorded);
        try {
            ReplayPlace place = opening.open(
                    device.orElseGet(() -> recordedDevice(recorded)),
                    recorded.computation()
                            .map(known -> known.engine().threads())
                            .orElse(USUAL_THREADS));
            RepositoryModel source = place.models().find(recorded.model());
            new RecordedInputs(recorded).require(place.explainCase(), source, subject);
            ExplanationOutcome outcome = place.explainCase().explain(subject, source, recorded.unhurried(), progress);
            ExplainedCase again = new ExplainedCase(
                    explained(outcome).explanation(),
                    source.model().description(),
                    subject.imageSha256(),
                    recorded.unhurried(),
                    List.of());
            return new Replay(
                    recorded,
                    again,
                    ReplayComparison.of(recorded.values(), values.apply(asPublished(recorded, again))),
                    place.engine());
        } catch (ModelRejectedException | RepositoryUnavailableException e) {
            throw new NotReplayableException(e.getMessage(), e);
        }
    }

    /** The case as it was explained, its region given. */
    private CaseToExplain subject(RecordedExplanation recorded) throws NotReplayableException {
        IncomingCase found = archive.caseAt(recorded.source()
                .orElseThrow(() -> new NotReplayableException("the attribution does not say where its case lies"
                        + " (schema before version 6, or a case that did not come from the stream)")));
        RecordedInputs.requireSameCase(recorded, found);
        CaseToExplain read;
        try {
            read = pictures.read(found);
        } catch (UnreadableImageException | ImageStoreUnavailableException e) {
            boolean elsewhere = found.pictures().image() instanceof ImageSource.Reference;
            throw new NotReplayableException(
                    "the case's pictures can't be read"
                            + (elsewhere ? " (--image-store says where images lie): " : ": ") + e.getMessage(),
                    e);
        }
        return new CaseToExplain(
                read.image(),
                read.imageSha256(),
                read.deployedMask(),
                read.groundTruth(),
                new RegionSelection.Given(recorded.region()));
    }

    private static CaseAttribution asPublished(RecordedExplanation recorded, ExplainedCase again) {
        return new CaseAttribution(
                recorded.identity(), again, new byte[0], Instant.EPOCH, Relief.NONE, recorded.source());
    }

    private static DeviceChoice recordedDevice(RecordedExplanation recorded) {
        return recorded.computation()
                .map(known -> DeviceChoice.parse(known.engine().device()))
                .orElseGet(DeviceChoice.Auto::new);
    }

    private static Explained explained(ExplanationOutcome outcome) throws NotReplayableException {
        if (outcome instanceof Explained explained) {
            return explained;
        }
        throw new NotReplayableException(
                outcome instanceof Skipped skipped
                        ? "there is nothing to explain now: " + skipped.reason()
                        : "the case can't be explained now: " + ((Failed) outcome).reason());
    }
}
