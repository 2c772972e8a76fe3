package io.limen.producer.adapter.http;

import io.quarkus.security.identity.SecurityIdentity;
import java.security.Principal;
import org.eclipse.microprofile.jwt.JsonWebToken;

/** What callers are called in the audit log. */
final class Callers {

    private static final int LONGEST = 200;

    private Callers() {}

    /** The name of who calls, without anything that does not print. */
    static String name(SecurityIdentity identity) {
        if (identity.isAnonymous()) {
            return "anonymous";
        }
        String name = name(identity.getPrincipal());
        return (name.length() > LONGEST ? name.substring(0, LONGEST) : name).replaceAll("\\p{C}", "?");
    }

    /** A name that its owner may choose, at many providers, does not stand alone: the subject is the provider's. */
    private static String name(Principal principal) {
        return principal instanceof JsonWebToken token
                ? token.getName() + " (" + token.getSubject() + ")"
                : principal.getName();
    }
}
