package io.limen.schemas;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ImageBucketTest {

    private static final String DIGEST = "0123456789abcdef".repeat(4);

    @ParameterizedTest
    @ValueSource(strings = {"s3://images/limen/site-a", "s3://images/limen/site-a/"})
    void theDigestAloneDecidesWhereAFileIs(String location) {
        assertEquals(
                "s3://images/limen/site-a/" + DIGEST + ".png",
                ImageBucket.parse(location).uri(DIGEST));
    }

    @Test
    void aBucketMayBeForImagesAlone() {
        assertEquals(DIGEST + ".png", ImageBucket.parse("s3://images").key(DIGEST));
        assertEquals(new ImageBucket("images", ""), ImageBucket.parse("s3://images/"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "images",
                "http://images/",
                "s3://",
                "s3://Images/",
                "s3://user@images/",
                "s3://images:9000/",
                "s3://images/../other",
                "s3://images//limen",
                "s3://images/a b/",
                "s3://images/limen?versionId=1"
            })
    void whatIsNoPlaceIsRefused(String location) {
        assertThrows(IllegalArgumentException.class, () -> ImageBucket.parse(location));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "../../secret", "0123456789ABCDEF"})
    void whatIsNoDigestHasNoKey(String digest) {
        assertThrows(
                IllegalArgumentException.class,
                () -> ImageBucket.parse("s3://images/").key(digest));
    }
}
