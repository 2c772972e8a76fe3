package io.limen.schemas;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.config.AbstractConfig;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.provider.DirectoryConfigProvider;
import org.apache.kafka.common.config.provider.EnvVarConfigProvider;
import org.apache.kafka.common.config.provider.FileConfigProvider;

/**
 * Settings whose values stand elsewhere, as Kafka writes it: {@code ${NAME:FOLDER:FILE}} and {@code config.providers}. So one file
 * without secrets does for all, and the password comes from where the secret is mounted.
 */
final class SettingsElsewhere {

    private static final String PROVIDERS = "config.providers";

    /** What comes with Kafka's client and reads files or the environment. */
    private static final Set<String> KNOWN = Set.of(
            DirectoryConfigProvider.class.getName(),
            FileConfigProvider.class.getName(),
            EnvVarConfigProvider.class.getName());

    private SettingsElsewhere() {}

    /** Whether the key says where values stand. */
    static boolean isProvider(String key) {
        return key.equals(PROVIDERS) || key.startsWith(PROVIDERS + ".");
    }

    /**
     * The settings with their values, without what says where these stand.
     *
     * @throws IllegalArgumentException with a line that names keys alone
     */
    static Map<String, String> fetch(Map<String, String> settings) {
        settings.forEach((key, value) -> {
            if (key.startsWith(PROVIDERS + ".") && key.endsWith(".class") && !KNOWN.contains(value)) {
                throw new IllegalArgumentException(
                        key + " must be Kafka's provider of folders, files or the environment");
            }
        });
        Map<String, String> fetched = settings.containsKey(PROVIDERS) ? resolved(settings) : new HashMap<>(settings);
        fetched.keySet().removeIf(SettingsElsewhere::isProvider);
        Set<String> names = Set.of(settings.getOrDefault(PROVIDERS, "").split("\\s*,\\s*"));
        Optional<String> missing = fetched.entrySet().stream()
                .filter(setting ->
                        names.stream().anyMatch(name -> setting.getValue().contains("${" + name + ":")))
                .map(Map.Entry::getKey)
                .sorted()
                .findFirst();
        missing.ifPresent(key -> {
            throw new IllegalArgumentException(key + " is not where it is said to be");
        });
        return fetched;
    }

    private static Map<String, String> resolved(Map<String, String> settings) {
        try {
            return new AbstractConfig(new ConfigDef(), settings, false)
                    .originals().entrySet().stream()
                            .collect(Collectors.toMap(
                                    Map.Entry::getKey,
                                    setting -> setting.getValue().toString().strip(),
                                    (one, other) -> one,
                                    HashMap::new));
        } catch (KafkaException e) {
            // its message may hold what the file says
            throw new IllegalArgumentException("its " + PROVIDERS + " can't be used", e);
        }
    }
}
