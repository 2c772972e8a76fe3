package io.limen.producer.application;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;

/** Where images go that are too large for a record, as the user says it. */
public sealed interface ImageStoreChoice {

    /**
     * A folder of this machine, or one that is mounted here and where the explainers run.
     *
     * @param path of the folder
     * @param keptFor images that nobody has published for so long are deleted; empty: none are
     */
    record Folder(Path path, Optional<Duration> keptFor) implements ImageStoreChoice {

        public Folder {
            Objects.requireNonNull(path, "path");
            Objects.requireNonNull(keptFor, "keptFor");
        }
    }

    /**
     * A bucket of an object store that speaks S3.
     *
     * @param location s3://BUCKET or s3://BUCKET/PREFIX
     * @param endpoint http or https address of the store; empty for Amazon's own
     * @param region where the bucket is
     */
    record Bucket(String location, Optional<URI> endpoint, String region) implements ImageStoreChoice {

        public Bucket {
            Objects.requireNonNull(location, "location");
            Objects.requireNonNull(endpoint, "endpoint");
            Objects.requireNonNull(region, "region");
        }
    }
}
