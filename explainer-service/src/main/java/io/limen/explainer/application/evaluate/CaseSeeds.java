package io.limen.explainer.application.evaluate;

import io.limen.explainer.application.Sha256;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;

/**
 * Seeds of one pair of model and case: they do not depend on which other cases there are, or in what order they are evaluated.
 *
 * @param seed of the evaluation
 * @param model name and version
 * @param caseName the case
 */
record CaseSeeds(long seed, String model, String caseName) {

    /** The seed for one purpose. */
    long of(String purpose) {
        MessageDigest digest = Sha256.digest();
        digest.update(ByteBuffer.allocate(Long.BYTES).putLong(0, seed));
        for (String part : new String[] {model, caseName, purpose}) {
            digest.update(part.getBytes(StandardCharsets.UTF_8));
            digest.update((byte) 0);
        }
        return ByteBuffer.wrap(digest.digest()).getLong();
    }
}
