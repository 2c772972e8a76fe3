package io.limen.producer.adapter.store;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.limen.objectstore.S3Server;
import io.limen.objectstore.SigningS3;
import io.limen.producer.application.ImageNotKeptException;
import io.limen.producer.application.ImageStoreChoice;
import io.limen.producer.domain.identity.Sha256;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;

/** Images that are put into a store that checks what is signed. */
class SignedRequestsTest {

    /** More than one chunk of the client, each of which has a signature of its own. */
    private static final byte[] PNG = new byte[700_000];

    private static final Sha256 DIGEST = Sha256.of(PNG);
    private static final String KEY = DIGEST.hex() + ".png";

    /** This store refuses before it has read what comes, and hangs up: with more to send, the client may miss the answer. */
    private static final byte[] NOTHING = new byte[0];

    private static SigningS3 server;

    @BeforeAll
    static void start() throws Exception {
        server = SigningS3.start();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    private static S3ImageStore open(String folder, String accessKey, String secretKey) {
        return S3ImageStore.open(
                new ImageStoreChoice.Bucket("s3://images/" + folder, Optional.of(server.endpoint()), "us-east-1"),
                StaticCredentialsProvider.create(AwsBasicCredentials.create(accessKey, secretKey)));
    }

    @Test
    void anImageIsPutByWhoSignsWithTheRightKey() throws Exception {
        try (S3ImageStore store = open("ours", S3Server.ACCESS_KEY, S3Server.SECRET_KEY)) {
            store.keep(PNG, DIGEST);
        }
        assertArrayEquals(PNG, server.get("ours/" + KEY));
    }

    @Test
    void whoSignsWithAnotherKeyPutsNothing() throws Exception {
        for (Map.Entry<String, String> forged : SigningS3.forgedKeys().entrySet()) {
            try (S3ImageStore store = open("theirs", forged.getKey(), forged.getValue())) {
                String line = assertThrows(ImageNotKeptException.class, () -> store.keep(NOTHING, Sha256.of(NOTHING)))
                        .getMessage();
                assertEquals("the object store does not let us write to s3://images/theirs/ (PutObject)", line);
            }
        }
        assertNull(server.get("theirs/" + Sha256.of(NOTHING).hex() + ".png"));
    }

    @Test
    void credentialsAreLookedForWhereAmazonsToolsLookForThem() throws Exception {
        assertInstanceOf(DefaultCredentialsProvider.class, S3ImageStore.credentials());
        // what the chain takes web identity from, where it is there
        assertNotNull(
                Class.forName("software.amazon.awssdk.services.sts.internal.StsWebIdentityCredentialsProviderFactory"));
    }
}
