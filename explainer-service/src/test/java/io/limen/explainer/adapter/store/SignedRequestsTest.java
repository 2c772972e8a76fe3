package io.limen.explainer.adapter.store;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.limen.explainer.application.ImageStore.MissingImageException;
import io.limen.explainer.application.ImageStoreUnavailableException;
import io.limen.explainer.application.Sha256;
import io.limen.objectstore.S3Server;
import io.limen.objectstore.SigningS3;
import io.limen.schemas.ImageBucket;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;

/** Images that are read from a store that checks what is signed. */
class SignedRequestsTest {

    private static final byte[] IMAGE = new byte[700_000];
    private static final String HASH = Sha256.of(IMAGE);
    private static final String KEY = "limen/" + HASH + ".png";
    private static final String URI = "s3://images/" + KEY;

    private static final String ABSENT = "s3://images/limen/" + Sha256.of(new byte[1]) + ".png";

    private static SigningS3 server;

    @BeforeAll
    static void start() throws Exception {
        server = SigningS3.start();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    private S3ImageStore open(String accessKey, String secretKey) {
        S3Access access = new S3Access(Optional.of(server.endpoint()), "us-east-1");
        return new S3ImageStore(
                access.client(StaticCredentialsProvider.create(AwsBasicCredentials.create(accessKey, secretKey))),
                ImageBucket.parse("s3://images/limen"),
                IMAGE.length);
    }

    @Test
    void anImageIsReadByWhoSignsWithTheRightKey() throws Exception {
        try (S3ImageStore store = open(S3Server.ACCESS_KEY, S3Server.SECRET_KEY)) {
            assertThrows(MissingImageException.class, () -> store.read(ABSENT, Sha256.of(new byte[1])));
            server.put(KEY, IMAGE);
            assertArrayEquals(IMAGE, store.read(URI, HASH));
        }
    }

    @Test
    void whoSignsWithAnotherKeyReadsNothing() {
        server.put(KEY, IMAGE);
        for (Map.Entry<String, String> forged : SigningS3.forgedKeys().entrySet()) {
            try (S3ImageStore store = open(forged.getKey(), forged.getValue())) {
                String line = assertThrows(ImageStoreUnavailableException.class, () -> store.read(URI, HASH))
                        .getMessage();
                assertEquals("the object store does not let us read s3://images/limen/ (GetObject, ListBucket)", line);
            }
        }
    }

    @Test
    void credentialsAreLookedForWhereAmazonsToolsLookForThem() throws Exception {
        assertInstanceOf(DefaultCredentialsProvider.class, S3Access.credentials());
        // what the chain takes web identity from, where it is there
        assertNotNull(
                Class.forName("software.amazon.awssdk.services.sts.internal.StsWebIdentityCredentialsProviderFactory"));
    }
}
