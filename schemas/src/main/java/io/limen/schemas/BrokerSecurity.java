package io.limen.schemas;

import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.security.auth.SecurityProtocol;

/**
 * How a client shows the brokers who it is and knows them: the {@code client.properties} file that Kafka's own tools read, with
 * {@code security.protocol} and the keys of {@code ssl.} and {@code sasl.}, and {@code config.providers} where values stand elsewhere.
 * Secrets stay in the file, or where it says; nothing prints them.
 */
public final class BrokerSecurity {

    /** A file that can't be used; the message is one line, without anything of it but names of Kafka's settings. */
    public static final class UnusableException extends Exception {

        private static final long serialVersionUID = 1;

        UnusableException(String message) {
            super(message);
        }
    }

    private static final String PROTOCOL = "security.protocol";

    /** A file of settings is a page; more is another file. */
    private static final int MOST_BYTES = 1 << 16;

    private static final Set<String> KNOWN = Stream.of(
                    ProducerConfig.configNames(), ConsumerConfig.configNames(), AdminClientConfig.configNames())
            .flatMap(Set::stream)
            .collect(Collectors.toUnmodifiableSet());

    private final Map<String, String> settings;

    private BrokerSecurity(Map<String, String> settings) {
        this.settings = Map.copyOf(settings);
    }

    /** Nothing is shown and nothing encrypted: brokers on this machine, or behind something that does it. */
    public static BrokerSecurity none() {
        return new BrokerSecurity(Map.of());
    }

    /** As the file says; none without a file. */
    public static BrokerSecurity of(Optional<Path> file) throws UnusableException {
        return file.isPresent() ? read(file.get()) : none();
    }

    /**
     * Reads a properties file.
     *
     * @throws UnusableException when it can't be read, holds other settings, or names no protocol that there is
     */
    public static BrokerSecurity read(Path file) throws UnusableException {
        Properties properties = new Properties();
        try {
            if (Files.size(file) > MOST_BYTES) {
                throw new UnusableException(file + " has more than " + MOST_BYTES + " bytes: no client.properties");
            }
            properties.load(new StringReader(Files.readString(file, StandardCharsets.UTF_8)));
        } catch (IOException | IllegalArgumentException e) {
            throw new UnusableException(file + " can't be read as a client.properties file");
        }
        Map<String, String> settings = new HashMap<>();
        properties.forEach(
                (key, value) -> settings.put(key.toString(), value.toString().strip()));
        check(file, settings);
        try {
            return new BrokerSecurity(SettingsElsewhere.fetch(settings));
        } catch (IllegalArgumentException e) {
            throw new UnusableException(file + ": " + e.getMessage());
        }
    }

    private static void check(Path file, Map<String, String> settings) throws UnusableException {
        Set<String> others = settings.keySet().stream()
                .filter(key -> !key.equals(PROTOCOL)
                        && !key.startsWith("ssl.")
                        && !key.startsWith("sasl.")
                        && !SettingsElsewhere.isProvider(key))
                .collect(Collectors.toCollection(TreeSet::new));
        if (!others.isEmpty()) {
            throw new UnusableException(
                    file + " may hold " + PROTOCOL + ", ssl.* and sasl.* only, not " + withoutSecrets(others));
        }
        if (!SecurityProtocol.names().contains(settings.getOrDefault(PROTOCOL, ""))) {
            throw new UnusableException(file + " must set " + PROTOCOL + " to one of "
                    + String.join(", ", new TreeSet<>(SecurityProtocol.names())));
        }
    }

    /** A key that Kafka does not know may be a password, or a line of a private key that lacks its backslash. */
    private static String withoutSecrets(Set<String> keys) {
        String known = keys.stream().filter(KNOWN::contains).collect(Collectors.joining(", "));
        return known.isEmpty() ? "lines that are no settings of a client" : known;
    }

    /** The settings of a client that is let in like this. */
    public Map<String, Object> on(Map<String, Object> client) {
        Map<String, Object> all = new HashMap<>(client);
        all.putAll(settings);
        return all;
    }

    /** The names of the settings, without their values. */
    @Override
    public String toString() {
        return new TreeSet<>(settings.keySet()).toString();
    }
}
