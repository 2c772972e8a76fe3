package io.limen.aggregator.adapter.dashboard.access;

import io.limen.schemas.access.TokenIssuer;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;

/** An OIDC provider beside the aggregator under test. */
public final class Issuer implements QuarkusTestResourceLifecycleManager {

    private static TokenIssuer issuer;

    @Override
    public Map<String, String> start() {
        issuer = TokenIssuer.start();
        return Map.of("limen.access.oidc.issuer", issuer.address(), "limen.access.oidc.audience", TokenIssuer.AUDIENCE);
    }

    /** The provider. */
    static TokenIssuer running() {
        return issuer;
    }

    /** A token of somebody with the roles, good for some minutes. */
    static String token(String name, String... roles) {
        return issuer.token(name, roles);
    }

    @Override
    public void stop() {
        issuer.close();
    }
}
