package io.limen.producer.application;

import io.limen.producer.application.Reading.Readable;
import io.limen.producer.application.Reading.Unreadable;
import io.limen.producer.domain.deployment.Deployment;
import io.limen.producer.domain.explanation.Explanation;
import io.limen.producer.domain.identity.CaseId;
import io.limen.producer.domain.identity.ImageFingerprint;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * Use case: write the explanations of images for clinical systems. Which case an image was, nothing that was published says:
 * its pixels are read again, and the case's identity comes from these.
 */
public final class ExportExplanations {

    private final Explanations explanations;
    private final ClinicalObjects objects;
    private final PublishCases.Surroundings surroundings;

    /** Exports from a stream to clinical objects. */
    public ExportExplanations(
            Explanations explanations, ClinicalObjects objects, PublishCases.Surroundings surroundings) {
        this.explanations = Objects.requireNonNull(explanations, "explanations");
        this.objects = Objects.requireNonNull(objects, "objects");
        this.surroundings = Objects.requireNonNull(surroundings, "surroundings");
    }

    /** Exports what a model's explanations say of the images of a source. */
    public ExportReport export(CaseSource source, Deployment deployment) {
        Run run = new Run();
        surroundings.progress().started(source.size());
        source.notes().forEach(surroundings.progress()::noted);
        for (int i = 0; i < source.size() && !surroundings.interruption().wanted(); i++) {
            run.identify(source.at(i), deployment);
        }
        surroundings.progress().finished();
        int unreadable = explanations.forEach(deployment, surroundings.interruption(), run::write);
        if (unreadable > 0) {
            surroundings.progress().noted("explanations that can't be read, left out: " + unreadable);
        }
        return new ExportReport(
                run.found,
                run.explained.size(),
                run.written,
                run.failed,
                surroundings.interruption().wanted());
    }

    private final class Run {

        /** Images of equal pixels are one case, and several images of their studies. */
        private final Map<CaseId, List<ExplainedImage>> images = new HashMap<>();

        private final Set<ExplainedImage> explained = new HashSet<>();
        private int found;
        private int written;
        private int failed;

        void identify(SourceCase sourceCase, Deployment deployment) {
            try {
                readAndIdentify(sourceCase, deployment);
            } catch (OutOfMemoryError e) {
                fail(sourceCase.name(), CaseReading.TOO_LARGE);
            }
        }

        private void readAndIdentify(SourceCase sourceCase, Deployment deployment) {
            Optional<ExplainedImage> image = sourceCase.image();
            Reading<CaseContent> content = CaseReading.of(sourceCase);
            if (content instanceof Unreadable<CaseContent> unreadable) {
                fail(sourceCase.name(), unreadable.reason());
            } else if (image.isPresent()) {
                CaseContent readable = ((Readable<CaseContent>) content).value();
                CaseId id = CaseId.of(ImageFingerprint.of(readable.image().pixels()), deployment);
                images.computeIfAbsent(id, first -> new ArrayList<>()).add(image.get());
                found++;
                surroundings.progress().delivered();
            }
        }

        void write(Explanation explanation) {
            for (ExplainedImage image : images.getOrDefault(explanation.caseId(), List.of())) {
                try {
                    write(explanation, image);
                } catch (BadInput e) {
                    throw e;
                } catch (RuntimeException e) {
                    // its message may quote the image
                    fail("explanation " + explanation.id(), "can't be written: internal error");
                } catch (OutOfMemoryError e) {
                    fail("explanation " + explanation.id(), CaseReading.TOO_LARGE);
                }
            }
        }

        private void write(Explanation explanation, ExplainedImage image) {
            Reading<List<Path>> result = objects.write(explanation, image);
            if (result instanceof Readable<List<Path>> files) {
                written += files.value().size();
                explained.add(image);
            } else if (result instanceof Unreadable<List<Path>> unreadable) {
                fail("explanation " + explanation.id(), unreadable.reason());
            }
        }

        private void fail(String name, String reason) {
            failed++;
            surroundings.progress().failed(name, reason);
        }
    }
}
