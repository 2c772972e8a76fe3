package io.limen.producer.adapter.http;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.List;
import java.util.Map;

/** An intake with a token, an OIDC provider, and events that are open to those who call it by its name. */
public final class WithAccess implements QuarkusTestProfile {

    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.of("limen.access.open-events", "true", "limen.access.hosts", "intake,localhost");
    }

    @Override
    public List<TestResourceEntry> testResources() {
        return List.of(new TestResourceEntry(Issuer.class));
    }
}
