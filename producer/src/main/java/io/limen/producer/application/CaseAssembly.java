package io.limen.producer.application;

import io.limen.producer.application.Reading.Readable;
import io.limen.producer.application.Reading.Unreadable;
import io.limen.producer.domain.deployment.Deployment;
import io.limen.producer.domain.identity.CaseId;
import io.limen.producer.domain.identity.ImageFingerprint;
import io.limen.producer.domain.identity.Sha256;
import io.limen.producer.domain.identity.StudyPseudonym;
import io.limen.producer.domain.image.Mask;
import io.limen.producer.domain.result.CaseImage;
import io.limen.producer.domain.result.CaseMasks;
import io.limen.producer.domain.result.SegmentedCase;
import java.time.InstantSource;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** Makes of a source's case one that can be published: identities, encodings, time. */
public final class CaseAssembly {

    private final ImageTransport transport;
    private final CaseCache cache;
    private final InstantSource time;
    private final Optional<Segmenter> shadow;

    /** Images without a model's mask are published without one. */
    public CaseAssembly(ImageTransport transport, CaseCache cache, InstantSource time) {
        this(transport, cache, time, Optional.empty());
    }

    /**
     * @param cache where what takes time to make is looked for first
     * @param time taken as the time of segmentation
     * @param shadow runs the model on images that come without its mask
     */
    public CaseAssembly(ImageTransport transport, CaseCache cache, InstantSource time, Optional<Segmenter> shadow) {
        this.transport = Objects.requireNonNull(transport, "transport");
        this.cache = Objects.requireNonNull(cache, "cache");
        this.time = Objects.requireNonNull(time, "time");
        this.shadow = Objects.requireNonNull(shadow, "shadow");
    }

    /** Whether the image store no longer answers; to go on makes no sense. */
    boolean storeIsLost() {
        return transport.storeIsLost();
    }

    /** The case, read, and encoded so that it fits a record; a reason where it can't be read or has no way to travel. */
    public Reading<SegmentedCase> assemble(SourceCase sourceCase, Deployment deployment, boolean withGroundTruth) {
        Reading<PreparedCase> reading = prepared(sourceCase, deployment, withGroundTruth);
        if (reading instanceof Unreadable<PreparedCase> unreadable) {
            return unreadable.instead();
        }
        PreparedCase prepared = ((Readable<PreparedCase>) reading).value();
        return new Readable<>(new SegmentedCase(
                CaseId.of(prepared.fingerprint(), deployment),
                prepared.study(),
                deployment,
                prepared.image(),
                prepared.masks(),
                time.instant(),
                Map.of("source", sourceCase.kind())));
    }

    private Reading<PreparedCase> prepared(SourceCase sourceCase, Deployment deployment, boolean withGroundTruth) {
        Optional<Sha256> key =
                // what a model answers is no matter of the files alone
                sourceCase
                        .version()
                        .filter(version -> shadow.isEmpty())
                        .map(version -> Sha256.of("case\n" + withGroundTruth + "\n" + version));
        Optional<PreparedCase> found = key.flatMap(cache::find);
        if (found.isPresent()) {
            return new Readable<>(found.get());
        }
        Reading<CaseContent> content = CaseReading.of(sourceCase);
        Reading<PreparedCase> made = content instanceof Readable<CaseContent> readable
                ? prepare(readable.value(), deployment, withGroundTruth)
                : ((Unreadable<CaseContent>) content).instead();
        if (key.isPresent() && made instanceof Readable<PreparedCase> readable) {
            cache.keep(key.get(), readable.value());
        }
        return made;
    }

    private Reading<PreparedCase> prepare(CaseContent content, Deployment deployment, boolean withGroundTruth) {
        Optional<Mask> groundTruth = withGroundTruth ? content.groundTruth() : Optional.empty();
        Reading<Optional<Mask>> predicted = predicted(content, deployment);
        if (predicted instanceof Unreadable<Optional<Mask>> unreadable) {
            return unreadable.instead();
        }
        Reading<CaseMasks> masks = transport.masks(((Readable<Optional<Mask>>) predicted).value(), groundTruth);
        if (masks instanceof Unreadable<CaseMasks> unreadable) {
            return unreadable.instead();
        }
        Reading<CaseImage> image = transport.image(content.image());
        if (image instanceof Unreadable<CaseImage> unreadable) {
            return unreadable.instead();
        }
        ImageFingerprint fingerprint = ImageFingerprint.of(content.image().pixels());
        return new Readable<>(new PreparedCase(
                fingerprint,
                content.study().orElseGet(() -> StudyPseudonym.of(fingerprint.digest())),
                ((Readable<CaseImage>) image).value(),
                ((Readable<CaseMasks>) masks).value()));
    }

    private Reading<Optional<Mask>> predicted(CaseContent content, Deployment deployment) {
        if (content.predicted().isPresent() || shadow.isEmpty()) {
            return new Readable<>(content.predicted());
        }
        Reading<Mask> mask =
                shadow.get().segment(deployment.model(), content.image().pixels());
        return mask instanceof Readable<Mask> readable
                ? new Readable<>(Optional.of(readable.value()))
                : ((Unreadable<Mask>) mask).instead();
    }
}
