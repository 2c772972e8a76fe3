package io.limen.explainer.adapter.store;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.limen.explainer.application.ImageStore.MissingImageException;
import io.limen.explainer.application.ImageStore.UnavailableImageException;
import io.limen.explainer.application.ImageStoreUnavailableException;
import io.limen.explainer.application.Sha256;
import io.limen.objectstore.S3Server;
import io.limen.schemas.ImageBucket;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.auth.credentials.AnonymousCredentialsProvider;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;

class S3ImageStoreTest {

    private static final byte[] IMAGE = new byte[700_000];
    private static final String HASH = Sha256.of(IMAGE);
    private static final String KEY = "limen/" + HASH + ".png";
    private static final String URI = "s3://images/" + KEY;
    private static final AwsCredentialsProvider RIGHT =
            StaticCredentialsProvider.create(AwsBasicCredentials.create(S3Server.ACCESS_KEY, S3Server.SECRET_KEY));

    private S3Server server;
    private S3ImageStore store;

    @BeforeEach
    void start() throws IOException {
        server = S3Server.start();
        store = open("s3://images/limen", RIGHT, IMAGE.length);
    }

    @AfterEach
    void stop() {
        store.close();
        server.close();
    }

    private S3ImageStore open(String location, AwsCredentialsProvider credentials, long maxBytes) {
        S3Access access = new S3Access(Optional.of(server.endpoint()), "us-east-1");
        return new S3ImageStore(access.client(credentials), ImageBucket.parse(location), maxBytes);
    }

    private String refusal(S3ImageStore from, String uri) {
        return assertThrows(UnavailableImageException.class, () -> from.read(uri, HASH))
                .getMessage();
    }

    private static String obstacle(S3ImageStore from, String uri) {
        return assertThrows(ImageStoreUnavailableException.class, () -> from.read(uri, HASH))
                .getMessage();
    }

    @Test
    void anImageIsReadByItsDigest() throws Exception {
        server.put(KEY, IMAGE);
        assertArrayEquals(IMAGE, store.read(URI, HASH));
        assertEquals(List.of("GET /images/" + KEY), server.requests());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "s3://others/limen/%s.png",
                "s3://images/%s.png",
                "s3://images/limen/../limen/%s.png",
                "s3://images/limen/%s.png?versionId=1",
                "s3://user@images/limen/%s.png",
                "s3://images:80/limen/%s.png",
                "S3://images/limen/%s.png",
                "s3://images/limen/portrait.png",
                "s3://169.254.169.254/limen/%s.png"
            })
    void whatARecordSaysChoosesNoOtherObject(String uri) {
        server.put(KEY, IMAGE);
        assertEquals(
                "an image in the object store must be at s3://images/limen/<its SHA-256>.png",
                refusal(store, uri.formatted(HASH)));
        assertEquals(List.of(), server.requests());
    }

    @Test
    void otherBytesThanHashedAreRefused() {
        server.put(KEY, new byte[] {1, 2, 3});
        assertEquals("the referenced image is not the one whose SHA-256 came with it", refusal(store, URI));
    }

    @Test
    void anImageThatIsTooLargeIsRefusedByItsLength() {
        server.put(KEY, IMAGE);
        try (S3ImageStore small = open("s3://images/limen", RIGHT, IMAGE.length - 1)) {
            assertEquals("the referenced image is larger than 699999 bytes", refusal(small, URI));
        }
    }

    @Test
    void anImageThatIsNotThereIsMissing() {
        assertThrows(MissingImageException.class, () -> store.read(URI, HASH));
    }

    @Test
    void aStoreThatIsBusyIsAskedAgain() throws Exception {
        server.put(KEY, IMAGE);
        server.willFail(S3Server.Fault.OVERLOADED, S3Server.Fault.OVERLOADED);
        assertArrayEquals(IMAGE, store.read(URI, HASH));
    }

    @Test
    void aStoreThatStaysBusyIsAPassingFault() {
        server.put(KEY, IMAGE);
        server.willFail(
                S3Server.Fault.OVERLOADED,
                S3Server.Fault.OVERLOADED,
                S3Server.Fault.OVERLOADED,
                S3Server.Fault.OVERLOADED);
        assertEquals("the object store of s3://images/limen/ answers with status 503", obstacle(store, URI));
    }

    @Test
    void aTransferThatIsCutIsAPassingFault() {
        server.put(KEY, IMAGE);
        server.willFail(S3Server.Fault.CUT);
        assertEquals("the object store of s3://images/limen/ does not answer, or not to the end", obstacle(store, URI));
    }

    @Test
    void anImageWhoseLengthIsNotToldIsReadAllTheSame() throws Exception {
        server.put(KEY, IMAGE);
        server.willFail(S3Server.Fault.CHUNKED);
        assertArrayEquals(IMAGE, store.read(URI, HASH));
        server.willFail(S3Server.Fault.CHUNKED);
        try (S3ImageStore small = open("s3://images/limen", RIGHT, IMAGE.length - 1)) {
            assertEquals("the referenced image is larger than 699999 bytes", refusal(small, URI));
        }
    }

    /** Or one record would stop all those behind it. */
    @Test
    void anObjectThatNobodyMayReadIsAFaultOfItsOwn() {
        server.put(KEY, IMAGE);
        server.willFail(S3Server.Fault.FORBIDDEN);
        assertTrue(assertThrows(ImageStoreUnavailableException.class, () -> store.read(URI, HASH))
                .isOfOneImage());
        server.close();
        assertFalse(assertThrows(ImageStoreUnavailableException.class, () -> store.read(URI, HASH))
                .isOfOneImage());
    }

    @Test
    void aStoreThatIsAwayIsAPassingFault() {
        server.close();
        assertEquals("the object store of s3://images/limen/ does not answer, or not to the end", obstacle(store, URI));
    }

    @Test
    void aBucketThatIsNotThereIsAPassingFault() {
        try (S3ImageStore other = open("s3://others", RIGHT, 10)) {
            assertEquals("the object store has no bucket others", obstacle(other, "s3://others/" + HASH + ".png"));
        }
    }

    @Test
    void notToBeLetInIsAPassingFault() {
        try (S3ImageStore stranger = open("s3://images/limen", AnonymousCredentialsProvider.create(), 10)) {
            assertEquals(
                    "the object store does not let us read s3://images/limen/ (GetObject, ListBucket)",
                    obstacle(stranger, URI));
        }
    }

    @Test
    void hashMustBeAHash() {
        assertThrows(UnavailableImageException.class, () -> store.read("s3://images/limen/abc.png", "abc"));
        assertEquals(List.of(), server.requests());
    }
}
