package io.limen.explainer.adapter.store;

import io.limen.explainer.application.ImageStore;
import io.limen.explainer.application.ImageStoreUnavailableException;
import io.limen.schemas.ImageBucket;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.core.ResponseInputStream;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.model.S3Exception;

/**
 * Images in the bucket that an operator gave, each under its own digest: what a record says can choose neither bucket, nor
 * key, nor host. What the store has against us (no such bucket, no permission, no time) is a passing fault, not the case's.
 */
public final class S3ImageStore implements ImageStore, AutoCloseable {

    private static final Duration LONGEST = Duration.ofMinutes(1);
    private static final int FORBIDDEN = 403;
    private static final int NOT_FOUND = 404;
    private static final Set<String> OF_ONE_OBJECT =
            Set.of("AccessDenied", "InvalidObjectState", "KMS.DisabledException");

    private final S3Client client;
    private final ImageBucket bucket;
    private final CheckedBytes reading;

    /**
     * @param client closed together with this
     * @param maxBytes the largest file that is read
     */
    public S3ImageStore(S3Client client, ImageBucket bucket, long maxBytes) {
        this.client = client;
        this.bucket = bucket;
        this.reading = new CheckedBytes(maxBytes, LONGEST, System::nanoTime);
    }

    @Override
    public byte[] read(String uri, String sha256) throws UnavailableImageException {
        CheckedBytes.requireDigest(sha256);
        if (!uri.equals(bucket.uri(sha256))) {
            throw new UnavailableImageException(
                    "an image in the object store must be at " + bucket + "<its SHA-256>.png");
        }
        try {
            return fetch(sha256);
        } catch (NoSuchKeyException e) {
            throw new MissingImageException("the referenced image is not in the object store");
        } catch (S3Exception e) {
            throw isOfOneObject(e)
                    ? ImageStoreUnavailableException.ofOneImage(told(e), e)
                    : new ImageStoreUnavailableException(told(e), e);
        } catch (SdkClientException | IOException e) {
            throw new ImageStoreUnavailableException(
                    "the object store of " + bucket + " does not answer, or not to the end", e);
        }
    }

    private byte[] fetch(String sha256) throws IOException, UnavailableImageException {
        try (ResponseInputStream<GetObjectResponse> in =
                client.getObject(request -> request.bucket(bucket.bucket()).key(bucket.key(sha256)))) {
            // a store or a proxy that sends in chunks does not say
            long length = Optional.ofNullable(in.response().contentLength()).orElse(0L);
            try {
                reading.requireFits(length);
                return reading.read(in, length, sha256);
            } catch (UnavailableImageException | ImageStoreUnavailableException e) {
                // what is left is not read to its end
                in.abort();
                throw e;
            }
        }
    }

    /** One that is archived, or that its owner lets nobody read, must not stop those behind it. */
    private static boolean isOfOneObject(S3Exception fault) {
        return fault.statusCode() == FORBIDDEN
                && Optional.ofNullable(fault.awsErrorDetails())
                        .map(AwsErrorDetails::errorCode)
                        .filter(OF_ONE_OBJECT::contains)
                        .isPresent();
    }

    private String told(S3Exception fault) {
        return switch (fault.statusCode()) {
            case FORBIDDEN -> "the object store does not let us read " + bucket + " (GetObject, ListBucket)";
            case NOT_FOUND -> "the object store has no bucket " + bucket.bucket();
            default -> "the object store of " + bucket + " answers with status " + fault.statusCode();
        };
    }

    @Override
    public void close() {
        client.close();
    }
}
