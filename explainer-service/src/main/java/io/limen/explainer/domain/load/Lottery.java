package io.limen.explainer.domain.load;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * Lots that depend on a name alone: whoever draws, and whenever, draws the same one. A case is explained when its lot is less
 * than the probability of the moment; so what is explained at a small probability is explained at every greater one too, and
 * images of one study, that carry one lot, stay together.
 */
public final class Lottery {

    /** Other lots than whatever else is made of the same names. */
    private static final String SALT = "limen-lottery-1 ";

    /** As many bits as a double's fraction has. */
    private static final int BITS = 53;

    private Lottery() {}

    /** The lot of a name, as good as uniform in [0,1). */
    public static double lot(String name) {
        byte[] hash = sha256().digest((SALT + name).getBytes(StandardCharsets.UTF_8));
        return (ByteBuffer.wrap(hash).getLong() >>> (Long.SIZE - BITS)) * 0x1p-53;
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
