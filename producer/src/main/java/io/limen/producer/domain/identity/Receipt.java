package io.limen.producer.domain.identity;

import io.limen.producer.domain.deployment.Deployment;
import java.util.regex.Pattern;

/**
 * Says that the broker has acknowledged a case. Unlike a {@link CaseId} it is known before the image is read: it comes from
 * what the source calls the case. It stays on this machine.
 *
 * @param number 64 bits of a digest: among two million cases two meet by chance once in ten million runs
 */
public record Receipt(long number) {

    private static final int DIGITS = 16;
    private static final Pattern TEXT = Pattern.compile("[0-9a-f]{16}");

    /** The receipt of the case that a source knows by a name, published for a model at a site. */
    public static Receipt of(String name, Deployment deployment) {
        String text = "receipt\n" + deployment.model() + "\n" + deployment.site() + "\n" + name;
        return parse(Sha256.of(text).hex().substring(0, DIGITS));
    }

    /** The same with a secret of a journal, so that nobody has looked up the names beforehand. */
    public Receipt salted(String salt) {
        return parse(Sha256.of(salt + "\n" + this).hex().substring(0, DIGITS));
    }

    /**
     * Reads 16 hexadecimal digits.
     *
     * @throws IllegalArgumentException if the text is something else
     */
    public static Receipt parse(String text) {
        if (!TEXT.matcher(text).matches()) {
            throw new IllegalArgumentException("Receipt: " + text);
        }
        return new Receipt(Long.parseUnsignedLong(text, 16));
    }

    /** 16 hexadecimal digits. */
    @Override
    public String toString() {
        return String.format("%016x", number);
    }
}
