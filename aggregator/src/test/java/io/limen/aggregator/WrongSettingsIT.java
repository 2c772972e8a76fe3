package io.limen.aggregator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The packaged aggregator, told what can't be. */
class WrongSettingsIT {

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "limen.access.operator-token-file=/nowhere | limen.access.operator-token-file",
                "limen.access.oidc.issuer=https://ada:secret@login.example | limen.access.oidc.issuer",
                "limen.access.oidc.issuer=http://login.example | limen.access.oidc.issuer",
                "limen.access.hosts=limen.example:8080 | limen.access.hosts",
                "limen.access.writes-per-minute=0 | writes",
                "limen.kafka.security=/nowhere | limen.kafka.security",
                "limen.schema-registry.url=http://ada:secret@registry:8081 | limen.schema-registry.url",
                "limen.schema-registry.authorization-file=/nowhere | limen.schema-registry.authorization-file",
                "limen.newest-explanations=many | limen.newest-explanations"
            })
    void aWrongSettingIsOneLineThatNamesItAndNoSecret(String setting, String named) throws Exception {
        List<String> command = new ArrayList<>(List.of(
                ProcessHandle.current().info().command().orElse("java"),
                "-Xmx256m",
                "-D" + setting,
                "-Dlimen.state-dir=" + folder,
                "-Dquarkus.http.port=0",
                "-jar",
                "target/quarkus-app/quarkus-run.jar"));
        Process aggregator =
                new ProcessBuilder(command).redirectErrorStream(true).start();

        String told = new String(aggregator.getInputStream().readAllBytes());
        assertTrue(aggregator.waitFor(30, TimeUnit.SECONDS));

        assertEquals(2, aggregator.exitValue(), told);
        List<String> lines = told.lines().toList();
        // Hibernate Validator may tell its version first, before there is a log
        String last = lines.get(lines.size() - 1);
        assertTrue(last.startsWith("limen-aggregator: "), told);
        assertTrue(last.contains(named), told);
        assertFalse(told.contains("\tat "), told);
        assertFalse(told.contains("secret"), told);
    }
}
