package io.limen.producer.application.intake;

import io.limen.producer.application.SourceCase;
import io.limen.producer.domain.deployment.Deployment;
import io.limen.producer.domain.identity.Sha256;
import java.util.Objects;
import java.util.Optional;

/**
 * A case that somebody brings.
 *
 * @param content what it holds, not read yet
 * @param deployment which model made it, and where
 * @param by who brings it, for the audit log; not blank
 * @param claim what tells a repetition from another case; empty: every case that comes is published
 */
public record BroughtCase(SourceCase content, Deployment deployment, String by, Optional<Claim> claim) {

    public BroughtCase {
        Objects.requireNonNull(content, "content");
        Objects.requireNonNull(deployment, "deployment");
        Objects.requireNonNull(claim, "claim");
        if (by.isBlank()) {
            throw new IllegalArgumentException("BroughtCase: by nobody");
        }
    }

    /**
     * That a key stands for one content.
     *
     * @param key chosen by who brings the case; 1 to 200 characters
     * @param content digest of everything that was brought
     */
    public record Claim(String key, Sha256 content) {

        private static final int LONGEST = 200;

        public Claim {
            Objects.requireNonNull(content, "content");
            if (key.isBlank() || key.length() > LONGEST) {
                throw new IllegalArgumentException("an idempotency key has 1 to " + LONGEST + " characters");
            }
        }
    }
}
