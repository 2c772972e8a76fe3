package io.limen.producer.adapter.identity;

import io.limen.producer.application.StudyPseudonyms;
import io.limen.producer.domain.identity.StudyPseudonym;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Objects;
import java.util.function.Supplier;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Pseudonyms by HMAC-SHA256 (RFC 2104): the same key gives a study the same name in every run and at every producer. */
public final class KeyedPseudonyms implements StudyPseudonyms {

    private static final String ALGORITHM = "HmacSHA256";

    private final Supplier<byte[]> key;
    private SecretKeySpec loaded;

    /**
     * Pseudonyms with a key.
     *
     * @param key gives the secret when the first study needs a name
     */
    public KeyedPseudonyms(Supplier<byte[]> key) {
        this.key = Objects.requireNonNull(key, "key");
    }

    @Override
    public StudyPseudonym study(String identifier) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(secret());
            return StudyPseudonym.ofKeyedHash(mac.doFinal(("study\n" + identifier).getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has " + ALGORITHM, e);
        }
    }

    private synchronized SecretKeySpec secret() {
        if (loaded == null) {
            loaded = new SecretKeySpec(key.get(), ALGORITHM);
        }
        return loaded;
    }
}
