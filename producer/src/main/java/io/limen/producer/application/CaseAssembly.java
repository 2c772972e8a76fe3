package io.limen.producer.application;

import io.limen.producer.application.Reading.Readable;
import io.limen.producer.application.Reading.Unreadable;
import io.limen.producer.domain.deployment.Deployment;
import io.limen.producer.domain.identity.CaseId;
import io.limen.producer.domain.identity.ImageFingerprint;
import io.limen.producer.domain.identity.StudyPseudonym;
import io.limen.producer.domain.image.Mask;
import io.limen.producer.domain.result.CaseImage;
import io.limen.producer.domain.result.CaseMasks;
import io.limen.producer.domain.result.SegmentedCase;
import java.time.InstantSource;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** Makes of a source's content a case that can be published: identities, encodings, time. */
public final class CaseAssembly {

    private final ImageTransport transport;
    private final InstantSource time;

    /** The time is taken as the time of segmentation. */
    public CaseAssembly(ImageTransport transport, InstantSource time) {
        this.transport = Objects.requireNonNull(transport, "transport");
        this.time = Objects.requireNonNull(time, "time");
    }

    Reading<SegmentedCase> assemble(CaseContent content, Deployment deployment, Origin origin) {
        Optional<Mask> groundTruth = origin.withGroundTruth() ? content.groundTruth() : Optional.empty();
        Reading<CaseMasks> masks = transport.masks(content.predicted(), groundTruth);
        if (masks instanceof Unreadable<CaseMasks> unreadable) {
            return new Unreadable<>(unreadable.reason());
        }
        Reading<CaseImage> image = transport.image(content.image());
        if (image instanceof Unreadable<CaseImage> unreadable) {
            return new Unreadable<>(unreadable.reason());
        }
        ImageFingerprint fingerprint = ImageFingerprint.of(content.image().pixels());
        return new Readable<>(new SegmentedCase(
                CaseId.of(fingerprint, deployment),
                content.study().orElseGet(() -> StudyPseudonym.of(fingerprint.digest())),
                deployment,
                ((Readable<CaseImage>) image).value(),
                ((Readable<CaseMasks>) masks).value(),
                time.instant(),
                Map.of("source", origin.kind())));
    }

    /**
     * Where a case comes from, and what of it is published.
     *
     * @param kind the kind of its source
     * @param withGroundTruth whether the human's masks are published
     */
    record Origin(String kind, boolean withGroundTruth) {}
}
