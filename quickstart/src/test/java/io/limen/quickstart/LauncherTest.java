package io.limen.quickstart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.limen.quickstart.adapter.process.ForwardEnvironment;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Runs a copy of the launcher in a folder of its own, with stubs for java and mvn that tell how they were called. */
@Timeout(60)
class LauncherTest {

    private static final Path LAUNCHER = Path.of("..", "limen").toAbsolutePath().normalize();

    @TempDir
    Path home;

    private Path tools;

    @BeforeEach
    void copyTheLauncher() throws IOException {
        tools = Files.createDirectories(home.resolve("tools"));
        Files.copy(LAUNCHER, home.resolve("limen"), java.nio.file.StandardCopyOption.COPY_ATTRIBUTES);
        for (String module : List.of("producer", "explainer-service", "aggregator", "quickstart", "schemas/src/main")) {
            Files.createDirectories(home.resolve(module));
            Files.writeString(home.resolve(module).resolve("pom.xml"), "");
        }
        Files.writeString(home.resolve("pom.xml"), "");
        Files.writeString(home.resolve("schemas/pom.xml"), "");
        stub("java", javaStub("17.0.15"));
        stub("javac", "exit 0");
        stub("mvn", """
                echo "[INFO] Building Limen stub 0.1 [1/1]"
                for module in producer quickstart; do
                    mkdir -p $module/target; touch $module/target/$module-0.1.0-SNAPSHOT.jar
                done
                for module in explainer-service aggregator; do
                    mkdir -p $module/target/quarkus-app; touch $module/target/quarkus-app/quarkus-run.jar
                done
                echo called >> mvn-calls""");
    }

    @Test
    void launcherIsValidBash() throws Exception {
        assertEquals(0, run(home, Map.of(), "bash", "-n", LAUNCHER.toString()).code());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "perform"})
    void withoutACommandThereIsTheUsageAndExitCodeTwo(String command) throws Exception {
        Run run = limen(command.isEmpty() ? new String[0] : new String[] {command});

        assertEquals(2, run.code());
        assertTrue(run.err().contains("usage: limen COMMAND"), run.err());
        assertEquals("", run.out());
    }

    @ParameterizedTest
    @ValueSource(strings = {"help", "--help", "-h"})
    void usageThatWasAskedForIsAResult(String command) throws Exception {
        Run run = limen(command);

        assertEquals(0, run.code(), run.err());
        assertTrue(run.out().contains("usage: limen COMMAND"), run.out());
        assertEquals("", run.err());
    }

    @Test
    void versionIsAResult() throws Exception {
        Run run = limen("--version");

        assertEquals(0, run.code(), run.err());
        assertEquals("limen 0.1.0-SNAPSHOT", run.out().strip());
        assertEquals("", run.err());
    }

    @Test
    void whatIsMissingIsBuiltOnceAndSaid() throws Exception {
        Run first = limen("publish", "--dataset", "x");
        Run second = limen("publish", "--dataset", "x");

        assertEquals(0, first.code(), first.err());
        assertTrue(first.err().contains("limen: building producer"), first.err());
        assertTrue(first.err().contains("Limen stub"), first.err());
        assertEquals("", second.err());
        assertEquals(1, Files.readAllLines(home.resolve("mvn-calls")).size());
    }

    @Test
    void sourceThatIsNewerThanTheJarIsBuiltAgain() throws Exception {
        limen("publish");
        Path source = Files.createDirectories(home.resolve("producer/src/main")).resolve("A.java");
        Files.writeString(source, "");
        Files.setLastModifiedTime(
                source,
                java.nio.file.attribute.FileTime.from(java.time.Instant.now().plusSeconds(60)));

        limen("publish");

        assertEquals(2, Files.readAllLines(home.resolve("mvn-calls")).size());
    }

    @Test
    void buildThatFailsIsReportedWithItsErrors() throws Exception {
        stub("mvn", "echo '[INFO] fine'; echo '[ERROR] Foo.java:[1,2] no such symbol'; exit 1");

        Run run = limen("publish");

        assertEquals(1, run.code());
        assertTrue(run.err().contains("[ERROR] Foo.java:[1,2] no such symbol"), run.err());
        assertTrue(run.err().contains("the build failed"), run.err());
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void buildThatIsInterruptedStopsAndIsNoFailure() throws Exception {
        stub("mvn", "trap 'exit 130' INT; echo '[ERROR] interrupted'; kill -INT 0; exit 130");

        // a session of its own: the signal goes to the whole group, as from a terminal; a test run in the background
        // has
        // it ignored, and whoever starts with an ignored signal can't trap it
        Run run = run(
                home,
                environment(),
                which("setsid").toString(),
                "--wait",
                which("env").toString(),
                "--default-signal=INT",
                home.resolve("limen").toString(),
                "publish");

        assertEquals(130, run.code(), run.err());
        assertTrue(run.err().endsWith("limen: stopped\n"), run.err());
        assertFalse(run.err().contains("failed"), run.err());
    }

    @Test
    void longBuildShowsThatItLivesThoughMavenKeepsTalking() throws Exception {
        Path launcher = home.resolve("limen");
        Files.writeString(launcher, Files.readString(launcher).replace("still_pause=20", "still_pause=1"));
        stub("mvn", """
                lines=0
                until grep -q 'still building' still || [ $lines -gt 20000 ]; do
                    echo "[INFO] Downloading"; lines=$((lines + 1))
                done
                mkdir -p producer/target; touch producer/target/producer-0.1.0-SNAPSHOT.jar""");

        Run run = run(home, environment(), "bash", "-c", "exec ./limen publish 2>still");

        assertEquals(0, run.code());
        assertTrue(Files.readString(home.resolve("still")).contains(" s] still building"));
    }

    @Test
    void everyCommandRunsItsOwnProgramWithTheUsersArguments() throws Exception {
        assertTrue(limen("demo", "--cases", "3")
                .out()
                .contains("quickstart.bootstrap.QuickstartCommandLine demo --cases 3"));
        assertTrue(limen("publish", "a b").out().contains("producer.bootstrap.ProducerCommandLine publish a b"));
        assertTrue(limen("phantoms").out().contains("producer.bootstrap.ProducerCommandLine phantoms"));
        assertTrue(limen("explain").out().contains("explainer.bootstrap.ExplainerCommandLine explain"));
        assertTrue(limen("register").out().contains("explainer.bootstrap.ExplainerCommandLine register"));
        assertTrue(limen("evaluate").out().contains("explainer.bootstrap.ExplainerCommandLine evaluate"));
        assertTrue(limen("report", "--out", "x")
                .out()
                .contains("aggregator.bootstrap.AggregatorCommandLine report --out x"));
        assertTrue(limen("bench", "--quick").out().contains("explainer.bootstrap.ExplainerCommandLine bench --quick"));
    }

    @Test
    void explainGetsTheProcessEnvironmentThatServicesGet() throws Exception {
        Run run = limen("explain");

        Map<String, String> services = ForwardEnvironment.variables();
        assertTrue(run.out().contains("GLIBC_TUNABLES=" + services.get("GLIBC_TUNABLES") + "\n"), run.out());
        assertTrue(run.out().contains("OMP_WAIT_POLICY=" + services.get("OMP_WAIT_POLICY") + "\n"), run.out());
        assertEquals(
                services.containsKey("ONEDNN_MAX_CPU_ISA"),
                run.out().contains("ONEDNN_MAX_CPU_ISA=" + services.get("ONEDNN_MAX_CPU_ISA") + "\n"),
                run.out());
    }

    /** Each of its threads explains a picture of its own. */
    @Test
    void evaluateLetsEveryForwardPassHaveOneThreadUnlessTheUserSaysOtherwise() throws Exception {
        assertTrue(limen("evaluate").out().contains("OMP_NUM_THREADS=1\n"));
        assertFalse(limen("explain").out().contains("OMP_NUM_THREADS"));
    }

    @Test
    void programRunsInTheCallersFolderAlsoThroughALink() throws Exception {
        Path elsewhere = Files.createDirectories(home.resolve("else where")).toRealPath();
        Files.createSymbolicLink(elsewhere.resolve("link"), Path.of("..", "limen"));

        Run run = run(elsewhere, environment(), "./link", "publish");

        assertEquals(0, run.code(), run.err());
        assertTrue(run.out().contains("folder " + elsewhere + "\n"), run.out());
        assertTrue(run.out().contains(home.toRealPath() + "/producer/target/producer-0.1.0-SNAPSHOT.jar"), run.out());
    }

    @Test
    void oldJavaIsOneClearLine() throws Exception {
        stub("java", javaStub("11.0.2"));

        Run run = limen("publish");

        assertEquals(1, run.code());
        assertTrue(run.err().strip().endsWith("is version 11: Limen needs JDK 17 or newer"), run.err());
        assertEquals(1, run.err().lines().count());
    }

    @Test
    void noMavenIsOneClearLineWhenSomethingMustBeBuilt() throws Exception {
        Files.delete(tools.resolve("mvn"));

        Run run = limen("publish");

        assertEquals(1, run.code());
        assertEquals(
                "limen: producer must be built, and no mvn found: install Maven 3.8 or newer",
                run.err().strip());
    }

    @Test
    void intakeIsTheServiceOfTheProducer() throws Exception {
        assertTrue(limen("intake").out().contains("-jar " + home + "/producer/target/quarkus-app/quarkus-run.jar"));
        assertEquals(2, limen("intake", "--port", "1").code());
    }

    private static String javaStub(String version) {
        return "if [ \"$1\" = -version ]; then echo 'openjdk version \"" + version + "\"' >&2; exit 0; fi\n"
                + "echo \"java $*\"; echo \"folder $PWD\"; env";
    }

    private void stub(String name, String script) throws IOException {
        Path file = tools.resolve(name);
        Files.writeString(file, "#!/bin/sh\n" + script + "\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private Run limen(String... arguments) throws Exception {
        List<String> command = new ArrayList<>(List.of(home.resolve("limen").toString()));
        command.addAll(List.of(arguments));
        return run(home, environment(), command.toArray(String[]::new));
    }

    /** The system's own tools, but no java and no mvn beside the stubs. */
    private Map<String, String> environment() throws IOException {
        for (String tool : List.of(
                "bash",
                "sh",
                "env",
                "cat",
                "dirname",
                "readlink",
                "sed",
                "head",
                "find",
                "mkdir",
                "touch",
                "tee",
                "grep",
                "mv",
                "stty",
                "cut")) {
            Path link = tools.resolve(tool);
            if (!Files.exists(link)) {
                Files.createSymbolicLink(link, which(tool));
            }
        }
        return Map.of("PATH", tools.toString());
    }

    private static Path which(String tool) {
        return List.of("/usr/bin", "/bin", "/usr/local/bin").stream()
                .map(folder -> Path.of(folder, tool))
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow(() -> new AssertionError("no " + tool + " on this system"));
    }

    private static Run run(Path folder, Map<String, String> environment, String... command) throws Exception {
        Path err = Files.createTempFile("launcher", ".err");
        ProcessBuilder builder =
                new ProcessBuilder(command).directory(folder.toFile()).redirectError(err.toFile());
        builder.environment().remove("JAVA_HOME");
        builder.environment().putAll(environment);
        Process process = builder.start();
        process.getOutputStream().close();
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        int code = process.waitFor();
        String said = Files.readString(err);
        Files.delete(err);
        return new Run(code, out, said);
    }

    private record Run(int code, String out, String err) {}
}
