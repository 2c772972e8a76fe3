package io.limen.schemas;

import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where images lie that are too large for a record: a bucket of an object store, and in it a key that the digest of the file
 * decides and nothing else. Whoever writes and whoever reads are given the same one.
 *
 * @param bucket name of the bucket
 * @param prefix of every key: empty, or parts that each end with a slash
 */
public record ImageBucket(String bucket, String prefix) {

    private static final Pattern LOCATION = Pattern.compile("s3://([^/]+)(?:/(.*))?");
    private static final Pattern BUCKET = Pattern.compile("[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]");
    private static final Pattern PREFIX = Pattern.compile("(?:[A-Za-z0-9_=-][A-Za-z0-9._=-]{0,62}/){0,8}");
    private static final Pattern DIGEST = Pattern.compile("[0-9a-f]{64}");

    public ImageBucket {
        Objects.requireNonNull(prefix, "prefix");
        if (!BUCKET.matcher(bucket).matches() || !PREFIX.matcher(prefix).matches()) {
            throw new IllegalArgumentException("not a place for images: s3://" + bucket + "/" + prefix);
        }
    }

    /**
     * Reads {@code s3://BUCKET} or {@code s3://BUCKET/PREFIX}.
     *
     * @throws IllegalArgumentException one line for a person, when it is none
     */
    public static ImageBucket parse(String location) {
        Matcher parts = LOCATION.matcher(location);
        if (!parts.matches()) {
            throw new IllegalArgumentException("not of the form s3://BUCKET/PREFIX: " + location);
        }
        String prefix = parts.group(2) == null ? "" : parts.group(2);
        return new ImageBucket(parts.group(1), prefix.isEmpty() || prefix.endsWith("/") ? prefix : prefix + "/");
    }

    /**
     * The key of a file.
     *
     * @param sha256 of the file, 64 lower-case hexadecimal digits
     */
    public String key(String sha256) {
        if (!DIGEST.matcher(sha256).matches()) {
            throw new IllegalArgumentException("not a SHA-256 of 64 lower-case hexadecimal digits");
        }
        return prefix + sha256 + ".png";
    }

    /** What a record says of where a file is; as {@link #key}. */
    public String uri(String sha256) {
        return "s3://" + bucket + "/" + key(sha256);
    }

    /** As it is written. */
    @Override
    public String toString() {
        return "s3://" + bucket + "/" + prefix;
    }
}
