package io.limen.producer.adapter.cli;

import io.limen.producer.application.ImageStoreChoice;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Options of where images go that are too large for a record. */
final class ImageStoreOptions {

    @Option(
            names = "--image-store",
            paramLabel = "DIR|s3://BUCKET/PREFIX",
            description =
                    "Where images over 512 KiB go, which don't travel in the record; each is kept as PNG under its digest."
                            + " A folder must be among the explainer's limen.images.roots, a bucket its limen.images.s3.location."
                            + " A bucket's credentials are looked for where Amazon's tools look for them, first in AWS_ACCESS_KEY_ID"
                            + " and AWS_SECRET_ACCESS_KEY.")
    private String store;

    @Option(
            names = "--image-days",
            paramLabel = "DAYS",
            description =
                    "First delete images from the folder that nobody has published for so many days. Default: none."
                            + " In a bucket a lifecycle rule does that.")
    private Integer days;

    @Option(
            names = "--s3-endpoint",
            paramLabel = "URL",
            description = "Address of an object store that speaks S3. Default: Amazon's own.")
    private URI endpoint;

    @Option(
            names = "--s3-region",
            paramLabel = "NAME",
            description = "Region of the bucket. Default: us-east-1, which stores other than Amazon's ignore.")
    private String region;

    /** What was chosen, or IllegalArgumentException with a line for the user. */
    Optional<ImageStoreChoice> choice() {
        boolean bucket = store != null && store.startsWith(ImageStoreChoice.Bucket.SCHEME);
        if (!bucket && (endpoint != null || region != null)) {
            throw new IllegalArgumentException((endpoint != null ? "--s3-endpoint" : "--s3-region")
                    + " has no meaning without --image-store s3://BUCKET");
        }
        if (days != null && (store == null || bucket || days < 1)) {
            throw new IllegalArgumentException("--image-days: 1 or more, with --image-store DIR");
        }
        return Optional.ofNullable(store).map(given -> bucket ? bucket(given) : folder(given));
    }

    private ImageStoreChoice folder(String given) {
        return new ImageStoreChoice.Folder(
                Path.of(given), Optional.ofNullable(days).map(Duration::ofDays));
    }

    private ImageStoreChoice bucket(String given) {
        try {
            return new ImageStoreChoice.Bucket(
                    given,
                    Optional.ofNullable(endpoint),
                    region == null ? ImageStoreChoice.Bucket.DEFAULT_REGION : region);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("--s3-" + e.getMessage(), e);
        }
    }
}
