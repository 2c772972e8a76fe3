package io.limen.explainer.application.stream;

import io.limen.explainer.application.CaseToExplain;
import io.limen.explainer.application.ExplainCase;
import io.limen.explainer.application.ExplainedCase;
import io.limen.explainer.application.ExplanationOutcome;
import io.limen.explainer.application.ImageDecoder.UnreadableImageException;
import io.limen.explainer.application.ImageStoreUnavailableException;
import io.limen.explainer.application.ModelId;
import io.limen.explainer.application.ModelRejectedException;
import io.limen.explainer.application.ModelRepository;
import io.limen.explainer.application.ModelRepository.RepositoryModel;
import io.limen.explainer.application.OverlayRenderer;
import io.limen.explainer.application.Progress;
import io.limen.explainer.application.RepositoryUnavailableException;
import io.limen.explainer.domain.attribution.Explanation;
import io.limen.explainer.domain.attribution.ExplanationSettings;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One delivery in, its verdict out, whatever the record holds: nothing but a fault of the machine gets past it. Safe for
 * use by several threads.
 *
 * @param models where models come from
 * @param pictures makes pixels of files
 * @param explainCase the use case
 * @param overlays draws the picture that travels with an attribution
 * @param settings what every explanation is asked to be
 * @param clock tells when an explanation was done
 * @param admissions which cases are explained at all
 */
public record CaseExplainer(
        ModelRepository models,
        PictureReader pictures,
        ExplainCase explainCase,
        OverlayRenderer overlays,
        ExplanationSettings settings,
        InstantSource clock,
        Admissions admissions) {

    private static final Logger LOG = LoggerFactory.getLogger(CaseExplainer.class);

    /** Longer side of the picture in pixels: what the record's contract allows. */
    private static final int OVERLAY_SIDE = 256;

    Verdict judge(Delivery delivery) {
        Delivery.Content content = delivery.content();
        if (content instanceof Delivery.Content.Unreadable unreadable) {
            return new Verdict.Rejected(Rejection.failed(unreadable.reason()), Optional.empty());
        }
        IncomingCase subject = ((Delivery.Content.Readable) content).subject();
        Admissions.Admission admission = admissions.admit(
                subject.identity(), delivery.publishedAt().map(then -> Duration.between(then, clock.instant())));
        if (!admission.admitted()) {
            double probability = admission.relief().inclusionProbability();
            return new Verdict.Rejected(Rejection.sampledOut(probability), Optional.empty());
        }
        RepositoryModel source;
        try {
            source = models.find(subject.model());
        } catch (ModelRejectedException e) {
            return new Verdict.Rejected(Rejection.failed(e.getMessage()), Optional.empty());
        } catch (RepositoryUnavailableException e) {
            return new Verdict.Postponed(e.getMessage(), Optional.empty());
        } catch (OutOfMemoryError e) {
            return outOfMemory(Optional.empty(), e);
        } catch (RuntimeException e) {
            return new Verdict.Rejected(internalError(e), Optional.empty());
        }
        try {
            return explain(subject, source, admission, delivery.lies());
        } catch (UnreadableImageException e) {
            return new Verdict.Rejected(Rejection.failed(e.getMessage()), Optional.of(subject.model()));
        } catch (RepositoryUnavailableException e) {
            return new Verdict.Postponed(e.getMessage(), Optional.empty());
        } catch (ImageStoreUnavailableException e) {
            return new Verdict.Postponed(
                    e.getMessage(),
                    e.isOfOneImage()
                            ? Optional.of(new Verdict.Rejected(
                                    Rejection.failed(e.getMessage()), Optional.of(subject.model())))
                            : Optional.empty());
        } catch (OutOfMemoryError e) {
            return outOfMemory(Optional.of(subject.model()), e);
        } catch (RuntimeException | StackOverflowError e) {
            return new Verdict.Rejected(internalError(e), Optional.of(subject.model()));
        }
    }

    private Verdict explain(
            IncomingCase subject, RepositoryModel source, Admissions.Admission admission, Optional<SourceRecord> lies)
            throws UnreadableImageException {
        int modelClass = source.model().description().output().targetClass();
        if (subject.targetClass() != modelClass) {
            return rejected(
                    subject.model(),
                    Rejection.failed("the case segments class " + subject.targetClass()
                            + ", the repository explains class " + modelClass + " of " + subject.model()));
        }
        CaseToExplain decoded = pictures.read(subject);
        ExplanationSettings given = admission.settings(settings);
        ExplanationOutcome outcome = explainCase.explain(decoded, source, given, Progress.SILENT);
        if (outcome instanceof ExplanationOutcome.Explained explained) {
            Explanation explanation = explained.explanation();
            ExplainedCase result = new ExplainedCase(
                    explanation, source.model().description(), decoded.imageSha256(), given, List.of());
            byte[] overlay = overlays.png(explanation, OVERLAY_SIDE);
            admissions.explained(admission);
            return new Verdict.Explained(new CaseAttribution(
                    subject.identity(), result, overlay, clock.instant(), admission.relief(), lies));
        }
        if (outcome instanceof ExplanationOutcome.Skipped skipped) {
            return rejected(subject.model(), new Rejection(Rejection.Outcome.SKIPPED, skipped.reason()));
        }
        return rejected(subject.model(), Rejection.failed(((ExplanationOutcome.Failed) outcome).reason()));
    }

    private static Verdict rejected(ModelId model, Rejection rejection) {
        return new Verdict.Rejected(rejection, Optional.of(model));
    }

    /** Most likely other cases hold it; a case that never finds enough is rejected in the end. */
    private static Verdict outOfMemory(Optional<ModelId> model, OutOfMemoryError error) {
        LOG.debug("out of memory", error);
        Rejection atLast = Rejection.failed("the explainer has too little memory for the case");
        return new Verdict.Postponed(
                "the explainer is out of memory", Optional.of(new Verdict.Rejected(atLast, model)));
    }

    /** A bug of ours: the stack trace goes to the log, the stream gets a neutral reason. */
    private static Rejection internalError(Throwable error) {
        LOG.error("a case ran into an internal error", error);
        return Rejection.internalError();
    }
}
