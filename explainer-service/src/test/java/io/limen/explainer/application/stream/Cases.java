package io.limen.explainer.application.stream;

import io.limen.explainer.application.ExplainCase;
import io.limen.explainer.application.ImageStore;
import io.limen.explainer.application.ModelId;
import io.limen.explainer.application.ModelRejectedException;
import io.limen.explainer.application.ModelRepository;
import io.limen.explainer.application.stream.IncomingCase.EncodedPictures;
import io.limen.explainer.domain.attribution.Budget;
import io.limen.explainer.domain.attribution.ExplanationSettings;
import io.limen.explainer.domain.image.RegionOfInterest;
import io.limen.explainer.domain.intervention.DrawSchedule;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;

/** Cases for {@link HalfBrightModel}, and an explainer that knows that model alone. */
public final class Cases {

    static final InstantSource CLOCK = InstantSource.fixed(Instant.EPOCH);
    public static final RegionOfInterest MIDDLE = new RegionOfInterest(6, 6, 4, 4);

    private static final ImageStore EMPTY_STORE = (uri, sha256) -> {
        throw new ImageStore.UnavailableImageException("no image there");
    };

    private Cases() {}

    /** A delivery of nowhere. */
    record Handed(Delivery.Content content, int number) implements Delivery {}

    static Delivery delivery(IncomingCase subject) {
        return new Handed(new Delivery.Content.Readable(subject), 1);
    }

    static Delivery unreadable() {
        return new Handed(new Delivery.Content.Unreadable("not a case"), 1);
    }

    /** As {@link #good}, for the so-many-th time. */
    static Delivery again(String caseId, int number) {
        return new Handed(good(caseId).content(), number);
    }

    static Delivery good(String caseId) {
        return delivery(incoming(caseId, HalfBrightModel.ID, pictures(16), 0));
    }

    public static IncomingCase incoming(String caseId, ModelId model, EncodedPictures pictures, int targetClass) {
        CaseIdentity identity = new CaseIdentity(caseId, Optional.empty(), "here", Instant.EPOCH, Map.of());
        return new IncomingCase(identity, model, pictures, targetClass, Optional.of(MIDDLE));
    }

    public static EncodedPictures pictures(int side) {
        return new EncodedPictures(
                new ImageSource.Inline(FakeDecoder.square(side)), Optional.empty(), Optional.empty());
    }

    static CaseExplainer explainer(HalfBrightModel model) {
        return explainer(model, EMPTY_STORE);
    }

    static CaseExplainer explainer(HalfBrightModel model, ImageStore store) {
        return explainer(model, store, Admissions.unlimited());
    }

    static CaseExplainer explainer(HalfBrightModel model, Admissions admissions) {
        return explainer(model, EMPTY_STORE, admissions);
    }

    private static CaseExplainer explainer(HalfBrightModel model, ImageStore store, Admissions admissions) {
        ModelRepository repository = id -> {
            if (!id.equals(HalfBrightModel.ID)) {
                throw new ModelRejectedException("no model " + id);
            }
            return model;
        };
        return new CaseExplainer(
                repository,
                new PictureReader(new FakeDecoder(), store, 10),
                new ExplainCase(() -> 0),
                (explanation, maxSide) -> new byte[] {1},
                new ExplanationSettings(
                        HalfBrightModel.BLOCK, 4, DrawSchedule.Published.asPublished(), 7, Budget.UNLIMITED),
                CLOCK,
                admissions);
    }
}
