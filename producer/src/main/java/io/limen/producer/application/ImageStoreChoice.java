package io.limen.producer.application;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

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

        /** How a location begins that is no folder. */
        public static final String SCHEME = "s3://";

        /** Where stores ignore it. */
        public static final String DEFAULT_REGION = "us-east-1";

        private static final Pattern REGION = Pattern.compile("[a-z0-9-]{1,40}");

        public Bucket {
            Objects.requireNonNull(location, "location");
            if (endpoint.isPresent() && !isPlain(endpoint.get())) {
                throw new IllegalArgumentException(
                        "endpoint: http://HOST:PORT or https://HOST:PORT, without a name or password");
            }
            if (!REGION.matcher(region).matches()) {
                throw new IllegalArgumentException("region: not the name of a region: " + region);
            }
        }

        private static boolean isPlain(URI endpoint) {
            return Set.of("http", "https").contains(String.valueOf(endpoint.getScheme()))
                    && endpoint.getHost() != null
                    && endpoint.getUserInfo() == null;
        }
    }
}
