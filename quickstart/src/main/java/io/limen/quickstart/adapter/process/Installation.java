package io.limen.quickstart.adapter.process;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Where the built parts lie, and how each is started.
 *
 * @param home the checkout, absolute
 */
public record Installation(Path home) {

    private static final String VERSION = "0.1.0-SNAPSHOT";

    public Installation {
        home = home.toAbsolutePath().normalize();
    }

    /** The models that come with the demo. */
    public Path models() {
        return home.resolve("quickstart/models");
    }

    /** One line that names what is not built. */
    public Optional<String> missing() {
        return Stream.of(serviceJar("explainer-service"), serviceJar("aggregator"), producerJar(), models())
                .filter(path -> !Files.exists(path))
                .findFirst()
                .map(path -> "missing: " + home.relativize(path) + "; build it with: mvn -DskipTests package");
    }

    /** How to start a service. */
    public ServiceLaunch service(String name) {
        return new ServiceLaunch(name, serviceJar(name));
    }

    /** How to start the producer. */
    public Launch producer(List<String> arguments, Path workFolder) {
        List<String> command = new ArrayList<>(List.of(
                java(),
                "-Xmx256m",
                "-XX:TieredStopAtLevel=1",
                "-Djava.awt.headless=true",
                "-Djava.io.tmpdir=" + workFolder,
                "-cp",
                producerJar() + ":" + home.resolve("producer/target/lib") + "/*",
                "io.limen.producer.bootstrap.ProducerCommandLine"));
        command.addAll(arguments);
        return new Launch("producer", command, Map.of(), workFolder);
    }

    private Path serviceJar(String name) {
        return home.resolve(name + "/target/quarkus-app/quarkus-run.jar");
    }

    private Path producerJar() {
        return home.resolve("producer/target/producer-" + VERSION + ".jar");
    }

    private static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    /** A service that is about to start. */
    public record ServiceLaunch(String name, Path jar) {

        /**
         * Starts it on a free port.
         *
         * @param options options of the JVM: memory and configuration, {@code -Dkey=value}
         * @param port where its HTTP server listens, on loopback
         */
        public ServiceProcess start(List<String> options, int port, Path workFolder) {
            List<String> command = new ArrayList<>(List.of(
                    java(),
                    "-XX:+UseSerialGC",
                    "-XX:ErrorFile=" + workFolder.resolve(name + "-crash.log"),
                    "-Djava.io.tmpdir=" + workFolder,
                    "-Djava.awt.headless=true",
                    "-Dai.djl.offline=true",
                    "-Dquarkus.http.host=127.0.0.1",
                    "-Dquarkus.http.port=" + port));
            command.addAll(options);
            command.addAll(List.of("-jar", jar.toString()));
            Launch launch = new Launch(name, command, ForwardEnvironment.variables(), workFolder);
            return new ServiceProcess(ChildProcess.start(launch), URI.create("http://127.0.0.1:" + port + "/"));
        }
    }
}
