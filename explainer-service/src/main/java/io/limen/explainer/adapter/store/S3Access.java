package io.limen.explainer.adapter.store;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.core.checksums.RequestChecksumCalculation;
import software.amazon.awssdk.core.checksums.ResponseChecksumValidation;
import software.amazon.awssdk.core.retry.RetryMode;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;

/**
 * Where the object store is.
 *
 * @param endpoint of a store that speaks S3; empty for Amazon's own
 * @param region where the bucket is; other stores mostly ignore it
 */
public record S3Access(Optional<URI> endpoint, String region) {

    private static final Duration CONNECTS_WITHIN = Duration.ofSeconds(5);
    private static final Duration ANSWERS_WITHIN = Duration.ofSeconds(15);
    private static final Duration WITH_RETRIES_WITHIN = Duration.ofSeconds(45);

    /** A client with credentials from where Amazon's tools look for them. Threads, pools and Netty it has none. */
    public S3Client client() {
        return client(credentials());
    }

    S3Client client(AwsCredentialsProvider credentials) {
        var client = S3Client.builder()
                .httpClientBuilder(UrlConnectionHttpClient.builder()
                        .connectionTimeout(CONNECTS_WITHIN)
                        .socketTimeout(ANSWERS_WITHIN))
                .credentialsProvider(credentials)
                .region(Region.of(region))
                // stores other than Amazon's mostly know neither its newest checksums nor a name per bucket
                .requestChecksumCalculation(RequestChecksumCalculation.WHEN_REQUIRED)
                .responseChecksumValidation(ResponseChecksumValidation.WHEN_REQUIRED)
                .forcePathStyle(endpoint.isPresent())
                .overrideConfiguration(override -> override.retryStrategy(RetryMode.STANDARD)
                        .apiCallAttemptTimeout(ANSWERS_WITHIN)
                        .apiCallTimeout(WITH_RETRIES_WITHIN));
        endpoint.ifPresent(client::endpointOverride);
        return client.build();
    }

    /**
     * Where Amazon's own tools look for them, in their order: system properties, environment, web identity (Kubernetes), profiles,
     * a container's and an instance's own.
     */
    static AwsCredentialsProvider credentials() {
        return DefaultCredentialsProvider.builder().build();
    }
}
