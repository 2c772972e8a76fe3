package io.limen.aggregator.adapter.dashboard.access;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** An aggregator with tokens of both roles. */
public class WithTokens implements QuarkusTestProfile {

    static final String VIEWER = "viewer-0123456789abcdef";
    static final String OPERATOR = "operator-0123456789abcdef";

    @Override
    public Map<String, String> getConfigOverrides() {
        return and(Map.of());
    }

    /** The tokens and other settings. */
    static Map<String, String> and(Map<String, String> others) {
        Map<String, String> settings = new HashMap<>(others);
        settings.put("limen.access.viewer-token-file", file("viewer", VIEWER));
        settings.put("limen.access.operator-token-file", file("operator", OPERATOR));
        return settings;
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
}
