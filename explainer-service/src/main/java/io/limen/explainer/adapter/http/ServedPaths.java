package io.limen.explainer.adapter.http;

import io.limen.schemas.SharedSecret;
import io.vertx.core.Handler;
import io.vertx.ext.web.RoutingContext;
import java.util.Optional;
import java.util.Set;

/**
 * Lets through what is served by name, for reading, and nothing else: health for everybody (in a word, {@link HealthInAWord}),
 * metrics for whoever shows the token where there is one. Stands before everything that is routed, so that what a library brings
 * along stays closed.
 *
 * @param metricsToken shown as {@code Authorization: Bearer} by whoever collects metrics; empty: everybody may
 */
public record ServedPaths(Optional<SharedSecret> metricsToken) implements Handler<RoutingContext> {

    static final String HEALTH = "/q/health";
    private static final String METRICS = "/q/metrics";
    private static final String SCHEME = "Bearer ";
    private static final Set<String> READING = Set.of("GET", "HEAD");

    /**
     * Why a request is not served.
     *
     * @param status of HTTP
     * @param message for the caller
     */
    record Refusal(int status, String message) {}

    /**
     * Why a request is not served; empty when it is.
     *
     * @param path with dots and escapes resolved
     * @param authorization the header of that name; may be null
     */
    Optional<Refusal> refusal(String method, String path, String authorization) {
        boolean metrics = isAt(METRICS, path);
        if (!metrics && !isAt(HEALTH, path)) {
            return Optional.of(new Refusal(404, "only " + HEALTH + " and " + METRICS + " are served"));
        }
        if (!READING.contains(method)) {
            return Optional.of(new Refusal(405, "only GET and HEAD are served"));
        }
        return metrics && !mayCollect(authorization)
                ? Optional.of(new Refusal(401, "a token is needed, as Authorization: Bearer"))
                : Optional.empty();
    }

    static boolean isHealth(String path) {
        return isAt(HEALTH, path);
    }

    /** Whether the caller is told more than whether the service is up. */
    boolean maySeeDetails(Caller caller) {
        return metricsToken.isPresent() ? mayCollect(caller.authorization().orElse(null)) : caller.isOnThisMachine();
    }

    private static boolean isAt(String root, String path) {
        return path.equals(root) || path.startsWith(root + "/");
    }

    private boolean mayCollect(String authorization) {
        return metricsToken
                .map(token -> authorization != null
                        && authorization.regionMatches(true, 0, SCHEME, 0, SCHEME.length())
                        && token.isShownBy(
                                authorization.substring(SCHEME.length()).strip()))
                .orElse(true);
    }

    @Override
    public void handle(RoutingContext context) {
        Optional<Refusal> refusal = refusal(
                context.request().method().name(),
                context.normalizedPath(),
                context.request().getHeader("Authorization"));
        if (refusal.isEmpty()) {
            context.next();
            return;
        }
        if (refusal.get().status() == 401) {
            context.response().putHeader("WWW-Authenticate", "Bearer realm=\"limen\"");
        }
        context.response()
                .setStatusCode(refusal.get().status())
                .putHeader("Content-Type", "application/json")
                .end("{\"message\":\"" + refusal.get().message() + "\"}");
    }
}
