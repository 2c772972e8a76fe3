package io.limen.aggregator.adapter.dashboard.access;

import java.util.List;
import java.util.Map;

/** An aggregator with tokens of both roles and an OIDC provider. */
public final class WithAccess extends WithTokens {

    static final int WRITES_PER_MINUTE = 500;

    /** More than the other tests hold open at a time. */
    static final int FEEDS_PER_CLIENT = 4;

    @Override
    public Map<String, String> getConfigOverrides() {
        return and(Map.of(
                "limen.access.writes-per-minute",
                Integer.toString(WRITES_PER_MINUTE),
                "limen.access.feeds-per-client",
                Integer.toString(FEEDS_PER_CLIENT)));
    }

    @Override
    public List<TestResourceEntry> testResources() {
        return List.of(new TestResourceEntry(Issuer.class));
    }
}
