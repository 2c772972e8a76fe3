package io.limen.producer.application;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import io.limen.producer.application.Reading.Readable;
import io.limen.producer.application.Reading.Unreadable;
import io.limen.producer.domain.identity.Sha256;
import io.limen.producer.domain.image.Mask;
import io.limen.producer.domain.image.Pixels;
import io.limen.producer.domain.result.CaseImage;
import io.limen.producer.domain.result.CaseMasks;
import java.net.URI;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ImageTransportTest {

    private static final Pixels PIXELS = new Pixels(1, 1, new int[1]);
    private static final Mask MASK = new Mask(1, 1, new boolean[1]);
    private static final URI KEPT = URI.create("file:///store/kept.png");

    @Test
    void ownDataThatFitTravelAsTheyAre() {
        byte[] own = {1, 2, 3};

        CaseImage image = image(10, Optional.of(own), Optional.empty());

        assertArrayEquals(own, assertInstanceOf(CaseImage.Inline.class, image).encoded());
    }

    @Test
    void anythingElseIsEncodedAnew() {
        CaseImage exactlyFits = image(CaseImage.INLINE_LIMIT, Optional.empty(), Optional.empty());
        CaseImage instead = image(10, Optional.of(new byte[CaseImage.INLINE_LIMIT + 1]), Optional.empty());

        assertEquals(
                CaseImage.INLINE_LIMIT,
                assertInstanceOf(CaseImage.Inline.class, exactlyFits).encoded().length);
        assertEquals(10, assertInstanceOf(CaseImage.Inline.class, instead).encoded().length);
    }

    @Test
    void whatIsTooLargeGoesToTheStoreUnderItsDigest() {
        CaseImage image = image(CaseImage.INLINE_LIMIT + 1, Optional.empty(), Optional.of((png, sha256) -> {
            assertEquals(Sha256.of(png), sha256);
            return KEPT;
        }));

        assertEquals(new CaseImage.Referenced(KEPT, Sha256.of(new byte[CaseImage.INLINE_LIMIT + 1])), image);
    }

    @Test
    void withoutAStoreItIsNotPublishedAndTheUserLearnsWhatToDo() {
        Reading<CaseImage> reading =
                transport(CaseImage.INLINE_LIMIT + 1, Optional.empty()).image(new ImageFile(PIXELS, Optional.empty()));

        assertEquals(
                new Unreadable<CaseImage>("512 KiB as PNG, and a record carries at most 512 KiB;"
                        + " give --image-store, a folder or bucket that the explainer is given too"),
                reading);
    }

    @Test
    void whatTheStoreDoesNotTakeIsNotPublished() {
        Reading<CaseImage> reading = transport(CaseImage.INLINE_LIMIT + 1, Optional.of((png, sha256) -> {
                    throw new ImageNotKeptException("the store is away", null);
                }))
                .image(new ImageFile(PIXELS, Optional.empty()));

        assertEquals(new Unreadable<CaseImage>("the store is away"), reading);
    }

    @Test
    void aMaskThatWouldNotFitIsNotPublished() {
        Reading<CaseMasks> reading =
                transport(CaseMasks.MASK_LIMIT + 1, Optional.empty()).masks(Optional.empty(), Optional.of(MASK));

        assertInstanceOf(Unreadable.class, reading);
    }

    private static CaseImage image(int pngBytes, Optional<byte[]> own, Optional<ImageStore> store) {
        Reading<CaseImage> reading = transport(pngBytes, store).image(new ImageFile(PIXELS, own));
        return ((Readable<CaseImage>) reading).value();
    }

    private static ImageTransport transport(int pngBytes, Optional<ImageStore> store) {
        return new ImageTransport(
                new PngEncoding() {
                    @Override
                    public byte[] encode(Pixels pixels) {
                        return new byte[pngBytes];
                    }

                    @Override
                    public byte[] encode(Mask mask) {
                        return new byte[pngBytes];
                    }
                },
                store);
    }
}
