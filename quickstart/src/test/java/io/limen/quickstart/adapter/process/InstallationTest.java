package io.limen.quickstart.adapter.process;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InstallationTest {

    @TempDir
    Path home;

    @Test
    void whatIsNotBuiltIsNamedInOneLine() throws IOException {
        built("explainer-service/target/quarkus-app/quarkus-run.jar");

        assertEquals(
                Optional.of(
                        "missing: aggregator/target/quarkus-app/quarkus-run.jar; build it with: mvn -DskipTests package"),
                new Installation(home).missing());
    }

    @Test
    void nothingIsMissingOnceEveryPartIsThere() throws IOException {
        built("explainer-service/target/quarkus-app/quarkus-run.jar");
        built("aggregator/target/quarkus-app/quarkus-run.jar");
        built("producer/target/producer-0.1.0-SNAPSHOT.jar");
        Files.createDirectories(home.resolve("quickstart/models"));

        assertEquals(Optional.empty(), new Installation(home).missing());
    }

    @Test
    void serviceListensOnLoopbackOnlyAndUnpacksIntoTheFolderOfTheRun() {
        ServiceProcess service = new Installation(home)
                .service("aggregator")
                .start(List.of("-Dlimen.state-dir=x"), FreePort.any(), home);
        try (ChildProcess process = service.process()) {
            String command = process.commandLine();

            assertTrue(command.contains("-Dquarkus.http.host=127.0.0.1"), command);
            assertTrue(command.contains("-Djava.io.tmpdir=" + home), command);
            assertTrue(command.contains("-Dlimen.state-dir=x"), command);
        }
    }

    private void built(String path) throws IOException {
        Path file = home.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, "");
    }
}
