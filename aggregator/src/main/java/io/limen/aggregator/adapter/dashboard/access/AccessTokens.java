package io.limen.aggregator.adapter.dashboard.access;

import io.limen.schemas.SharedSecret;
import java.util.Optional;

/**
 * Tokens that whoever holds a role shares with all others who hold it.
 *
 * @param viewer of those who may read
 * @param operator of those who may read and change
 */
public record AccessTokens(Optional<SharedSecret> viewer, Optional<SharedSecret> operator) {

    /** @throws IllegalArgumentException one line, when both are the same: who reads could change */
    public AccessTokens {
        if (viewer.isPresent() && operator.filter(viewer.get()::isThatOf).isPresent()) {
            throw new IllegalArgumentException("the tokens of viewers and operators are the same");
        }
    }

    boolean areSet() {
        return viewer.isPresent() || operator.isPresent();
    }

    /** The role that the token gives; none when it is not one of them. Looks at both whatever the first says. */
    Role roleOf(String shown) {
        boolean operates = operator.map(secret -> secret.isShownBy(shown)).orElse(false);
        boolean views = viewer.map(secret -> secret.isShownBy(shown)).orElse(false);
        if (operates) {
            return Role.OPERATOR;
        }
        return views ? Role.VIEWER : Role.NONE;
    }
}
