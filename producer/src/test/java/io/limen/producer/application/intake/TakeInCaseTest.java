package io.limen.producer.application.intake;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.limen.producer.application.CaseAssembly;
import io.limen.producer.application.CaseCache;
import io.limen.producer.application.CaseContent;
import io.limen.producer.application.Delivery;
import io.limen.producer.application.ImageFile;
import io.limen.producer.application.ImageNotKeptException;
import io.limen.producer.application.ImageStore;
import io.limen.producer.application.ImageStoreAwayException;
import io.limen.producer.application.ImageTransport;
import io.limen.producer.application.PngEncoding;
import io.limen.producer.application.Reading;
import io.limen.producer.application.SegmentationResults;
import io.limen.producer.application.SourceCase;
import io.limen.producer.domain.deployment.Deployment;
import io.limen.producer.domain.deployment.ModelVersion;
import io.limen.producer.domain.image.Mask;
import io.limen.producer.domain.image.Pixels;
import io.limen.producer.domain.result.CaseImage;
import io.limen.producer.domain.result.SegmentedCase;
import java.io.IOException;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class TakeInCaseTest {

    private static final BroughtCase BROUGHT = new BroughtCase(
            new OnePixel(), new Deployment(new ModelVersion("unet", "3"), "clinic"), "ada", Optional.empty());

    private record OnePixel() implements SourceCase {

        @Override
        public String name() {
            return "one";
        }

        @Override
        public String kind() {
            return "http";
        }

        @Override
        public Reading<CaseContent> read() {
            return new Reading.Readable<>(new CaseContent(
                    new ImageFile(new Pixels(1, 1, new int[1]), Optional.empty()),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty()));
        }
    }

    private static final class NoResults implements SegmentationResults {

        @Override
        public void publish(SegmentedCase segmentedCase, Consumer<Delivery> told) {
            throw new AssertionError("published: " + segmentedCase.id());
        }

        @Override
        public void flush() {}
    }

    @Test
    void anImageWhoseStoreIsAwayMayComeAgain() {
        TakenIn outcome = take((png, sha256) -> {
            throw new ImageStoreAwayException("the store does not answer", new IOException());
        });

        assertEquals(new TakenIn.Unavailable("the store does not answer"), outcome);
    }

    @Test
    void anImageThatItsStoreDoesNotTakeMayNot() {
        TakenIn outcome = take((png, sha256) -> {
            throw new ImageNotKeptException("the store says no", new IOException());
        });

        assertEquals(new TakenIn.Unusable("the store says no"), outcome);
    }

    /** An image that is too large for a record. */
    private static TakenIn take(ImageStore store) {
        PngEncoding large = new PngEncoding() {
            @Override
            public byte[] encode(Pixels pixels) {
                return new byte[CaseImage.INLINE_LIMIT + 1];
            }

            @Override
            public byte[] encode(Mask mask) {
                return new byte[1];
            }
        };
        CaseAssembly assembly =
                new CaseAssembly(new ImageTransport(large, Optional.of(store)), CaseCache.NONE, () -> Instant.EPOCH);
        return new TakeInCase(assembly, new NoResults()).take(BROUGHT).join();
    }
}
