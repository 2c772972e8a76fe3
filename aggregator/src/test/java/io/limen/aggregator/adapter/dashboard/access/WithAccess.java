package io.limen.aggregator.adapter.dashboard.access;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** An aggregator with tokens of both roles and an OIDC provider. */
public final class WithAccess implements QuarkusTestProfile {

    static final String VIEWER = "viewer-0123456789abcdef";
    static final String OPERATOR = "operator-0123456789abcdef";
    static final int WRITES_PER_MINUTE = 500;

    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.of(
                "limen.access.viewer-token-file",
                file("viewer", VIEWER),
                "limen.access.operator-token-file",
                file("operator", OPERATOR),
                "limen.access.writes-per-minute",
                Integer.toString(WRITES_PER_MINUTE));
    }

    private static String file(String role, String token) {
        try {
            Path folder = Files.createDirectories(Path.of("target", "access"));
            return Files.writeString(folder.resolve(role + "-token"), token + "\n")
                    .toAbsolutePath()
                    .toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public List<TestResourceEntry> testResources() {
        return List.of(new TestResourceEntry(Issuer.class));
    }
}
