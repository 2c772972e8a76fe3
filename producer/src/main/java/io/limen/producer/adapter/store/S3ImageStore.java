package io.limen.producer.adapter.store;

import io.limen.producer.application.BadInput;
import io.limen.producer.application.ImageNotKeptException;
import io.limen.producer.application.ImageStore;
import io.limen.producer.application.ImageStoreAwayException;
import io.limen.producer.application.ImageStoreChoice;
import io.limen.producer.domain.identity.Sha256;
import io.limen.schemas.ImageBucket;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Duration;
import java.util.Objects;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.core.checksums.RequestChecksumCalculation;
import software.amazon.awssdk.core.checksums.ResponseChecksumValidation;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.core.retry.RetryMode;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.S3Exception;

/** Keeps images in a bucket, each under its digest. Takes the permission to put objects and no other. */
public final class S3ImageStore implements ImageStore {

    private static final Duration CONNECTS_WITHIN = Duration.ofSeconds(5);
    private static final Duration TAKES_WITHIN = Duration.ofSeconds(30);
    private static final Duration WITH_RETRIES_WITHIN = Duration.ofSeconds(90);
    private static final int FORBIDDEN = 403;
    private static final int NOT_FOUND = 404;
    private static final int SERVERS_FAULT = 500;

    private final S3Client client;
    private final ImageBucket bucket;

    S3ImageStore(S3Client client, ImageBucket bucket) {
        this.client = Objects.requireNonNull(client, "client");
        this.bucket = Objects.requireNonNull(bucket, "bucket");
    }

    /**
     * Opens a bucket with credentials from where Amazon's tools look for them.
     *
     * @throws BadInput if the location is none, or there are no credentials
     */
    public static S3ImageStore open(ImageStoreChoice.Bucket choice) {
        return open(choice, credentials());
    }

    static S3ImageStore open(ImageStoreChoice.Bucket choice, AwsCredentialsProvider credentials) {
        ImageBucket bucket = bucket(choice.location());
        try {
            credentials.resolveCredentials();
        } catch (SdkClientException e) {
            throw new BadInput("no credentials for " + bucket
                    + ": set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, or write ~/.aws/credentials");
        }
        return new S3ImageStore(client(choice, credentials), bucket);
    }

    private static ImageBucket bucket(String location) {
        try {
            return ImageBucket.parse(location);
        } catch (IllegalArgumentException e) {
            throw new BadInput("--image-store: " + e.getMessage());
        }
    }

    private static S3Client client(ImageStoreChoice.Bucket choice, AwsCredentialsProvider credentials) {
        var client = S3Client.builder()
                .httpClientBuilder(UrlConnectionHttpClient.builder()
                        .connectionTimeout(CONNECTS_WITHIN)
                        .socketTimeout(TAKES_WITHIN))
                .credentialsProvider(credentials)
                .region(Region.of(choice.region()))
                // stores other than Amazon's mostly know neither its newest checksums nor a name per bucket
                .requestChecksumCalculation(RequestChecksumCalculation.WHEN_REQUIRED)
                .responseChecksumValidation(ResponseChecksumValidation.WHEN_REQUIRED)
                .forcePathStyle(choice.endpoint().isPresent())
                .overrideConfiguration(override -> override.retryStrategy(RetryMode.STANDARD)
                        .apiCallAttemptTimeout(TAKES_WITHIN)
                        .apiCallTimeout(WITH_RETRIES_WITHIN));
        choice.endpoint().ifPresent(client::endpointOverride);
        return client.build();
    }

    /**
     * Where Amazon's own tools look for them, in their order: system properties, environment, web identity (Kubernetes), profiles,
     * a container's and an instance's own.
     */
    static AwsCredentialsProvider credentials() {
        return DefaultCredentialsProvider.builder().build();
    }

    /** Written again where it is there already, so that its age counts from now on. */
    @Override
    public URI keep(byte[] png, Sha256 sha256) {
        try {
            client.putObject(
                    request -> request.bucket(bucket.bucket())
                            .key(bucket.key(sha256.hex()))
                            .contentType("image/png"),
                    RequestBody.fromBytes(png));
        } catch (S3Exception e) {
            throw e.statusCode() >= SERVERS_FAULT
                    ? new ImageStoreAwayException(told(e), e)
                    : new ImageNotKeptException(told(e), e);
        } catch (SdkClientException | UncheckedIOException e) {
            // the HTTP client does not wrap it where a connection that was kept open ends before the body is asked for
            throw new ImageStoreAwayException("the object store of " + bucket + " does not answer", e);
        }
        return URI.create(bucket.uri(sha256.hex()));
    }

    private String told(S3Exception fault) {
        return switch (fault.statusCode()) {
            case FORBIDDEN -> "the object store does not let us write to " + bucket + " (PutObject)";
            case NOT_FOUND -> "the object store has no bucket " + bucket.bucket();
            default -> "the object store of " + bucket + " answers with status " + fault.statusCode();
        };
    }

    @Override
    public void close() {
        client.close();
    }
}
