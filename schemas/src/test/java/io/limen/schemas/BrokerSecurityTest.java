package io.limen.schemas;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BrokerSecurityTest {

    private static final String SECRET = "correct-horse";

    @TempDir
    Path folder;

    private Path file(String text) throws IOException {
        return Files.writeString(folder.resolve("client.properties"), text);
    }

    @Test
    void settingsOfTheFileAreAddedToThoseOfTheClient() throws Exception {
        Path file = file("security.protocol=SASL_SSL \nsasl.mechanism=PLAIN\nssl.truststore.location=/run/ca.p12\n");

        Map<String, Object> settings = BrokerSecurity.read(file).on(Map.of("client.id", "limen"));

        assertEquals(
                Map.of(
                        "client.id", "limen",
                        "security.protocol", "SASL_SSL",
                        "sasl.mechanism", "PLAIN",
                        "ssl.truststore.location", "/run/ca.p12"),
                settings);
    }

    @Test
    void withoutAFileNothingIsAdded() throws Exception {
        assertEquals(Map.of("a", "b"), BrokerSecurity.of(Optional.empty()).on(Map.of("a", "b")));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "security.protocol=SSL,acks=0 | may hold security.protocol, ssl.* and sasl.* only, not acks",
                "sasl.mechanism=PLAIN | must set security.protocol to one of PLAINTEXT, SASL_PLAINTEXT, SASL_SSL, SSL",
                "security.protocol=ssl | must set security.protocol to one of PLAINTEXT, SASL_PLAINTEXT, SASL_SSL, SSL",
                "security.protocol=SSL,a=\\u00 | can't be read as a client.properties file"
            })
    void fileThatCannotBeUsedIsOneLine(String lines, String problem) throws IOException {
        Path file = file(lines.replace(',', '\n'));

        String line = assertThrows(BrokerSecurity.UnusableException.class, () -> BrokerSecurity.read(file))
                .getMessage();

        assertEquals(file + " " + problem, line);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                SECRET,
                "security.protocol=SSL\nssl.keystore.key=-----BEGIN PRIVATE KEY-----\n" + SECRET + "\n",
                "security.protocol=SASL_SSL\nsasl.jaas.config=Login required password=\n\"" + SECRET + "\";\n"
            })
    void linesThatAreTakenForKeysAreNotPrinted(String text) throws IOException {
        Path file = file(text);

        String line = assertThrows(BrokerSecurity.UnusableException.class, () -> BrokerSecurity.read(file))
                .getMessage();

        assertEquals(
                file + " may hold security.protocol, ssl.* and sasl.* only, not lines that are no settings of a client",
                line);
    }

    @Test
    void missingFileIsOneLine() {
        Path missing = folder.resolve("none");

        String line = assertThrows(BrokerSecurity.UnusableException.class, () -> BrokerSecurity.read(missing))
                .getMessage();

        assertEquals(missing + " can't be read as a client.properties file", line);
    }

    @Test
    void hugeFileIsNotRead() throws IOException {
        Path file = file("#".repeat(70_000));

        assertTrue(assertThrows(BrokerSecurity.UnusableException.class, () -> BrokerSecurity.read(file))
                .getMessage()
                .contains("more than 65536 bytes"));
    }

    @Test
    void secretsAreNotPrinted() throws Exception {
        BrokerSecurity security =
                BrokerSecurity.read(file("security.protocol=SASL_SSL\nsasl.jaas.config=" + SECRET + "\n"));

        assertEquals("[sasl.jaas.config, security.protocol]", security.toString());
        assertFalse(security.toString().contains(SECRET));
    }

    private static String inFolder(Path folder) {
        return "security.protocol=SASL_SSL\nconfig.providers=secret\nconfig.providers.secret.class="
                + "org.apache.kafka.common.config.provider.DirectoryConfigProvider\nsasl.jaas.config=${secret:" + folder
                + ":sasl.jaas.config}\n";
    }

    @Test
    void valueComesFromTheFolderOfAMountedSecret() throws Exception {
        Path mounted = Files.createDirectories(folder.resolve("user"));
        Files.writeString(mounted.resolve("sasl.jaas.config"), "Login required password=\"" + SECRET + "\";\n");

        assertEquals(
                Map.of(
                        "security.protocol",
                        "SASL_SSL",
                        "sasl.jaas.config",
                        "Login required password=\"" + SECRET + "\";"),
                BrokerSecurity.read(file(inFolder(mounted))).on(Map.of()));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'' | sasl.jaas.config is not where it is said to be",
                "config.providers.secret.class=io.limen.Anything | config.providers.secret.class must be Kafka's provider of folders, files or the environment",
                "config.providers.secret.class= | config.providers.secret.class must be Kafka's provider of folders, files or the environment"
            })
    void valueThatCannotBeHadIsOneLine(String more, String problem) throws IOException {
        Path file = file(inFolder(folder.resolve("nowhere")) + more);

        String line = assertThrows(BrokerSecurity.UnusableException.class, () -> BrokerSecurity.read(file))
                .getMessage();

        assertEquals(file + ": " + problem, line);
    }
}
