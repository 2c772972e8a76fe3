package io.limen.producer.adapter.store;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.limen.objectstore.S3Server;
import io.limen.producer.application.BadInput;
import io.limen.producer.application.ImageNotKeptException;
import io.limen.producer.application.ImageStoreAwayException;
import io.limen.producer.application.ImageStoreChoice;
import io.limen.producer.domain.identity.Sha256;
import java.io.IOException;
import java.net.URI;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AnonymousCredentialsProvider;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.exception.SdkClientException;

class S3ImageStoreTest {

    /** More than one chunk of the client. */
    private static final byte[] PNG = new byte[700_000];

    private static final Sha256 DIGEST = Sha256.of(PNG);
    private static final String KEY = "limen/" + DIGEST.hex() + ".png";
    private static final AwsCredentialsProvider RIGHT =
            StaticCredentialsProvider.create(AwsBasicCredentials.create(S3Server.ACCESS_KEY, S3Server.SECRET_KEY));

    private S3Server server;

    @BeforeEach
    void start() throws IOException {
        server = S3Server.start();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private S3ImageStore open(String location, AwsCredentialsProvider credentials) {
        return S3ImageStore.open(
                new ImageStoreChoice.Bucket(location, Optional.of(server.endpoint()), "us-east-1"), credentials);
    }

    private String refusal(String location, AwsCredentialsProvider credentials) {
        try (S3ImageStore store = open(location, credentials)) {
            return assertThrows(ImageNotKeptException.class, () -> store.keep(PNG, DIGEST))
                    .getMessage();
        }
    }

    @Test
    void anImageIsPutUnderItsDigest() {
        try (S3ImageStore store = open("s3://images/limen", RIGHT)) {
            assertEquals(URI.create("s3://images/" + KEY), store.keep(PNG, DIGEST));
        }
        assertEquals(Set.of(KEY), server.objects().keySet());
        assertArrayEquals(PNG, server.objects().get(KEY));
    }

    @Test
    void aStoreThatIsBusyIsAskedAgain() {
        server.willFail(S3Server.Fault.OVERLOADED, S3Server.Fault.GONE);
        try (S3ImageStore store = open("s3://images/limen", RIGHT)) {
            store.keep(PNG, DIGEST);
        }
        assertArrayEquals(PNG, server.objects().get(KEY));
    }

    @Test
    void anImageThatIsPublishedAgainIsPutAgain() {
        try (S3ImageStore store = open("s3://images/limen", RIGHT)) {
            store.keep(PNG, DIGEST);
            store.keep(PNG, DIGEST);
        }
        assertEquals(
                2,
                server.requests().stream()
                        .filter(line -> line.startsWith("PUT "))
                        .count());
    }

    @Test
    void whoIsNotLetInIsTold() {
        String line = refusal("s3://images/limen", AnonymousCredentialsProvider.create());
        assertEquals("the object store does not let us write to s3://images/limen/ (PutObject)", line);
    }

    @Test
    void aBucketThatIsNotThereIsNamed() {
        assertEquals("the object store has no bucket others", refusal("s3://others", RIGHT));
    }

    @Test
    void onlyAStoreThatStaysBusyOrDoesNotAnswerIsAway() {
        S3Server.Fault[] busy = new S3Server.Fault[4];
        Arrays.fill(busy, S3Server.Fault.OVERLOADED);
        server.willFail(busy);
        try (S3ImageStore store = open("s3://images/limen", RIGHT);
                S3ImageStore others = open("s3://others", RIGHT)) {
            assertThrows(ImageStoreAwayException.class, () -> store.keep(PNG, DIGEST));
            assertEquals(
                    ImageNotKeptException.class,
                    assertThrows(ImageNotKeptException.class, () -> others.keep(PNG, DIGEST))
                            .getClass());
            server.close();
            assertThrows(ImageStoreAwayException.class, () -> store.keep(PNG, DIGEST));
        }
    }

    @Test
    void aStoreThatIsAwayIsTold() {
        server.close();
        assertEquals("the object store of s3://images/ does not answer", refusal("s3://images", RIGHT));
    }

    @Test
    void whatIsNoBucketIsTheUsersMistake() {
        assertThrows(BadInput.class, () -> open("s3://Images", RIGHT));
    }

    @Test
    void withoutCredentialsNothingIsOpened() {
        String line = assertThrows(
                        BadInput.class,
                        () -> open("s3://images", () -> {
                            throw SdkClientException.create("none");
                        }))
                .getMessage();
        assertTrue(line.contains("AWS_ACCESS_KEY_ID"), line);
    }
}
