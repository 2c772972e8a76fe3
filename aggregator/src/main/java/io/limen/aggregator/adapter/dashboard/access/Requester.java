package io.limen.aggregator.adapter.dashboard.access;

import io.limen.schemas.AuditEntry;
import io.limen.schemas.AuditOutcome;
import io.limen.schemas.AuditRole;
import io.limen.schemas.ModelKey;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.vertx.http.runtime.security.QuarkusHttpUser;
import io.vertx.ext.web.RoutingContext;
import java.security.Principal;
import java.time.InstantSource;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.microprofile.jwt.JsonWebToken;

/** What is recorded of a request: who asks for what. Safe for several threads. */
public final class Requester {

    /** Where a request keeps its id. */
    static final String REQUEST_ID = "limen.request-id";

    private static final int LONGEST_NAME = 200;
    private static final int LONGEST_METHOD = 20;
    private static final int LONGEST_PATH = 300;
    private static final int UNAUTHORIZED = 401;
    private static final int FORBIDDEN = 403;
    private static final int SERVERS_FAULT = 500;
    private static final int BAD_REQUEST = 400;
    private static final Pattern OF_A_MODEL = Pattern.compile("/api/models/([^/]+)/.*");
    private static final Pattern OF_AN_ALERT = Pattern.compile("/api/alerts/([A-Za-z0-9._-]{1,200})/.*");

    private final AccessRules rules;
    private final InstantSource clock;

    /** By the rules. */
    public Requester(AccessRules rules, InstantSource clock) {
        this.rules = rules;
        this.clock = clock;
    }

    /** The entry of a request that gets the answer with the status. */
    public AuditEntry.Builder entry(RoutingContext context, int status) {
        String path = context.normalizedPath();
        AuditEntry.Builder entry = AuditEntry.newBuilder()
                .setRequestId(context.get(REQUEST_ID, ""))
                .setAt(clock.instant())
                .setWho(who(context))
                .setRole(AuditRole.valueOf(role(context).name()))
                .setAddress(CallerMapper.of(context.request()).address().orElse(""))
                .setMethod(printable(context.request().method().name(), LONGEST_METHOD))
                .setPath(printable(path, LONGEST_PATH))
                .setOutcome(outcome(status))
                .setStatus(status);
        nameModel(entry, path);
        Matcher alert = OF_AN_ALERT.matcher(path);
        return alert.matches() ? entry.setAlertId(alert.group(1)) : entry;
    }

    /** The name that the caller goes by, without anything that does not print. */
    public static String who(RoutingContext context) {
        SecurityIdentity identity = identity(context);
        return identity == null || identity.isAnonymous() ? "anonymous" : printableText(name(identity.getPrincipal()));
    }

    /** Who asks, told apart from others: a person where a token names one; who shares a token, or shows none, by address as well. */
    public String client(RoutingContext context) {
        String who = who(context);
        return isPersonal(context)
                ? who
                : who + " at " + CallerMapper.of(context.request()).address().orElse("");
    }

    /** A name that its owner may choose, at many providers, does not stand alone: the subject is the provider's. */
    private static String name(Principal principal) {
        return principal instanceof JsonWebToken token
                ? token.getName() + " (" + token.getSubject() + ")"
                : principal.getName();
    }

    /** What the caller may do. */
    public Role role(RoutingContext context) {
        SecurityIdentity identity = identity(context);
        return identity == null ? Role.NONE : rules.of(identity);
    }

    /** Whether the name is a person's own: it was in an OIDC token. */
    public boolean isPersonal(RoutingContext context) {
        SecurityIdentity identity = identity(context);
        return identity != null && !identity.isAnonymous() && identity.getAttribute(AccessRules.ROLE) == null;
    }

    private static SecurityIdentity identity(RoutingContext context) {
        return context.user() instanceof QuarkusHttpUser user ? user.getSecurityIdentity() : null;
    }

    private static void nameModel(AuditEntry.Builder entry, String path) {
        Matcher found = OF_A_MODEL.matcher(path);
        if (!found.matches()) {
            return;
        }
        try {
            ModelKey key = ModelKey.parse(found.group(1).replace("%40", "@"));
            entry.setModel(printableText(key.model())).setModelVersion(printableText(key.version()));
        } catch (IllegalArgumentException e) {
            // it names none: the path is in the entry
        }
    }

    private static AuditOutcome outcome(int status) {
        return switch (status) {
            case UNAUTHORIZED -> AuditOutcome.UNAUTHENTICATED;
            case FORBIDDEN -> AuditOutcome.FORBIDDEN;
            default -> {
                if (status < BAD_REQUEST) {
                    yield AuditOutcome.ACCEPTED;
                }
                yield status < SERVERS_FAULT ? AuditOutcome.REFUSED : AuditOutcome.FAILED;
            }
        };
    }

    private static String printable(String text, int most) {
        String cut = text.length() > most ? text.substring(0, most) : text;
        return cut.replaceAll("[^\\x20-\\x7e]", "?");
    }

    private static String printableText(String text) {
        String cut = text.length() > LONGEST_NAME ? text.substring(0, LONGEST_NAME) : text;
        return cut.replaceAll("\\p{C}", "?");
    }
}
