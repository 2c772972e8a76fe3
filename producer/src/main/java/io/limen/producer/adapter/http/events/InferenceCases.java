package io.limen.producer.adapter.http.events;

import io.limen.producer.adapter.http.events.WaitingHalves.Inference;
import io.limen.producer.application.CaseContent;
import io.limen.producer.application.ImageFile;
import io.limen.producer.application.Reading;
import io.limen.producer.application.intake.BroughtCase;
import io.limen.producer.application.intake.FileReading;
import io.limen.producer.domain.deployment.Deployment;
import io.limen.producer.domain.identity.Sha256;
import io.limen.producer.domain.image.Mask;
import io.limen.producer.domain.image.Pixels;
import java.time.InstantSource;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** Makes a case of what a payload logger tells of an inference: the image of its request, the mask of its response. */
public final class InferenceCases {

    private final ServedModels models;
    private final FileReading reading;
    private final TensorReader tensors;
    private final TensorPictures pictures;
    private final WaitingHalves halves;

    /**
     * @param limits what counts as what
     * @param dropped told of each half whose other half did not come
     */
    public InferenceCases(ServedModels models, FileReading reading, Limits limits, Runnable dropped) {
        this.models = Objects.requireNonNull(models, "models");
        this.reading = Objects.requireNonNull(reading, "reading");
        this.tensors = new TensorReader(limits.mostValues());
        this.pictures = new TensorPictures(limits.threshold());
        this.halves = new WaitingHalves(InstantSource.system(), dropped);
    }

    /**
     * What counts as what.
     *
     * @param mostValues no tensor has more
     * @param threshold what is above it is foreground, in a mask of probabilities; above 0 and below 1
     */
    public record Limits(int mostValues, double threshold) {}

    /**
     * Takes an event.
     *
     * @return the case, once both halves are there
     */
    public Optional<BroughtCase> tell(String by, Map<String, String> headers, byte[] body)
            throws UnusableEventException {
        InferenceEvent event = InferenceEvent.of(headers, body);
        Deployment deployment = models.of(event.service())
                .orElseThrow(() -> new UnusableEventException(
                        "no model is set for the inference service '" + event.service() + "' (limen.intake.models)"));
        return halves.join(by, event)
                .map(inference -> new BroughtCase(
                        reading.of("cloudevents", () -> read(inference)),
                        deployment,
                        by,
                        Optional.of(new BroughtCase.Claim("event " + event.id(), digest(inference)))));
    }

    private static Sha256 digest(Inference inference) {
        return Sha256.of(Sha256.of(inference.request().payload()).hex()
                + Sha256.of(inference.response().payload()).hex());
    }

    private Reading<CaseContent> read(Inference inference) {
        try {
            Pixels image = pictures.image(tensor(inference.request()));
            Mask mask = pictures.mask(tensor(inference.response()));
            if (!mask.covers(image)) {
                throw new UnusableEventException("a mask of " + mask.width() + "x" + mask.height()
                        + " pixels, and the image has " + image.width() + "x" + image.height());
            }
            return new Reading.Readable<>(new CaseContent(
                    new ImageFile(image, Optional.empty()), Optional.of(mask), Optional.empty(), Optional.empty()));
        } catch (UnusableEventException e) {
            return new Reading.Unreadable<>(e.getMessage());
        }
    }

    private Tensor tensor(InferenceEvent event) throws UnusableEventException {
        String half = event.half() == InferenceEvent.Half.REQUEST ? "request: " : "response: ";
        try {
            return tensors.read(Payload.of(event.payload()));
        } catch (UnusableEventException e) {
            throw new UnusableEventException(half + e.getMessage());
        }
    }
}
