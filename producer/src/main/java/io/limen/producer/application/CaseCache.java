package io.limen.producer.application;

import io.limen.producer.domain.identity.Sha256;
import java.util.Optional;

/** Port: cases that were prepared before. What can't be kept or found again is prepared again, and nobody need know. */
public interface CaseCache {

    /** Keeps nothing. */
    CaseCache NONE = new CaseCache() {
        @Override
        public Optional<PreparedCase> find(Sha256 key) {
            return Optional.empty();
        }

        @Override
        public void keep(Sha256 key, PreparedCase prepared) {
            // nobody will ask
        }
    };

    /** What was kept under a key. */
    Optional<PreparedCase> find(Sha256 key);

    /** Keeps a case under a digest of everything that it was made from. */
    void keep(Sha256 key, PreparedCase prepared);
}
