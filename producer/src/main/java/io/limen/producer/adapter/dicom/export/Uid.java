package io.limen.producer.adapter.dicom.export;

import io.limen.producer.domain.identity.Sha256;
import java.math.BigInteger;

/** Unique identifiers that the same content gives again, so that an object that is written twice is one object in an archive. */
final class Uid {

    /** Who writes these files. */
    static final String IMPLEMENTATION = of("Limen");

    private static final int HEXADECIMAL = 16;
    private static final int DIGITS = 32;

    private Uid() {}

    /** A UID of 128 bits under the root for such (PS3.5, B.2). */
    static String of(String content) {
        String hash = Sha256.of(content).hex().substring(0, DIGITS);
        return "2.25." + new BigInteger(hash, HEXADECIMAL);
    }
}
