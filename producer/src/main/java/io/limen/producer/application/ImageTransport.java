package io.limen.producer.application;

import io.limen.producer.application.Reading.Readable;
import io.limen.producer.application.Reading.Unreadable;
import io.limen.producer.domain.identity.Sha256;
import io.limen.producer.domain.image.Mask;
import io.limen.producer.domain.result.CaseImage;
import io.limen.producer.domain.result.CaseMasks;
import java.net.URI;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * How an image travels, its pixels never changed: the file's own data without metadata, else a new PNG, by value where it
 * fits a record; else as PNG in the image store.
 */
public final class ImageTransport {

    private static final String TOO_LARGE =
            "%d KiB as PNG, and a record carries at most %d KiB; give --image-store, a folder or bucket that the explainer is given too";

    private final PngEncoding png;
    /** A store that is away takes its time over each image, 90 s at worst: more of them in a row are no accident. */
    private static final int AWAY_AT_MOST = 3;

    private final Optional<ImageStore> store;
    private final AtomicInteger awayInARow = new AtomicInteger();

    /** Without a store, images that are too large are not published. */
    public ImageTransport(PngEncoding png, Optional<ImageStore> store) {
        this.png = Objects.requireNonNull(png, "png");
        this.store = Objects.requireNonNull(store, "store");
    }

    Reading<CaseImage> image(ImageFile image) {
        if (image.ownData().map(own -> own.length <= CaseImage.INLINE_LIMIT).orElse(false)) {
            return new Readable<>(new CaseImage.Inline(image.ownData().get()));
        }
        byte[] encoded = png.encode(image.pixels());
        if (encoded.length <= CaseImage.INLINE_LIMIT) {
            return new Readable<>(new CaseImage.Inline(encoded));
        }
        if (store.isEmpty()) {
            return new Unreadable<>(TOO_LARGE.formatted(encoded.length / 1024, CaseImage.INLINE_LIMIT / 1024));
        }
        Sha256 sha256 = Sha256.of(encoded);
        try {
            URI kept = store.get().keep(encoded, sha256);
            awayInARow.set(0);
            return new Readable<>(new CaseImage.Referenced(kept, sha256));
        } catch (ImageStoreAwayException e) {
            awayInARow.incrementAndGet();
            return new Unreadable<>(e.getMessage(), true);
        } catch (ImageNotKeptException e) {
            return new Unreadable<>(e.getMessage());
        }
    }

    /** Whether the store was away for the last images that were to go there: it is not worth waiting for over the next. */
    boolean storeIsLost() {
        return awayInARow.get() >= AWAY_AT_MOST;
    }

    Reading<CaseMasks> masks(Optional<Mask> predicted, Optional<Mask> groundTruth) {
        Optional<byte[]> predictedPng = predicted.map(png::encode);
        Optional<byte[]> groundTruthPng = groundTruth.map(png::encode);
        int largest = Math.max(
                predictedPng.map(bytes -> bytes.length).orElse(0),
                groundTruthPng.map(bytes -> bytes.length).orElse(0));
        if (largest > CaseMasks.MASK_LIMIT) {
            return new Unreadable<>("the mask takes %d KiB as PNG, and a record carries at most %d KiB"
                    .formatted(largest / 1024, CaseMasks.MASK_LIMIT / 1024));
        }
        return new Readable<>(new CaseMasks(predictedPng, groundTruthPng));
    }
}
