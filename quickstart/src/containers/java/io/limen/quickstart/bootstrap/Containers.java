package io.limen.quickstart.bootstrap;

import com.github.dockerjava.api.model.Capability;
import io.limen.quickstart.adapter.process.ForwardEnvironment;
import io.limen.schemas.registry.RecordFraming;
import io.limen.schemas.registry.RegistryAccess;
import io.limen.schemas.registry.RegistryException;
import io.limen.schemas.setup.TopicSetup;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.admin.Admin;
import org.testcontainers.containers.BindMode;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.containers.Network;
import org.testcontainers.containers.startupcheck.OneShotStartupCheckStrategy;
import org.testcontainers.containers.wait.strategy.Wait;
import org.testcontainers.kafka.KafkaContainer;

/** The services' images on a broker's, as shut in as docker-compose.yml has them: root read-only, no capabilities. */
final class Containers implements AutoCloseable {

    /** As the health checks of the images have it. */
    private static final Duration START_LIMIT = Duration.ofMinutes(5);

    private static final int HTTP = 8080;
    private static final String BROKER = "kafka:19092";
    private static final String REGISTRY_PATH = "/apis/ccompat/v7";
    private static final String REGISTRY = "http://registry:" + HTTP + REGISTRY_PATH;
    private static final String INSTRUCTIONS = "ONEDNN_MAX_CPU_ISA";

    private final Network network = Network.builder()
            .createNetworkCmdModifier(command -> command.withLabels(Engine.labels()))
            .build();
    private final List<GenericContainer<?>> running = new ArrayList<>();
    private final KafkaContainer kafka = new KafkaContainer(Images.kafka());
    private final GenericContainer<?> registry = shutIn(Images.registry())
            .withNetworkAliases("registry")
            .withEnv(RegistryOfCompose.settings(BROKER))
            .withExposedPorts(HTTP)
            .waitingFor(Wait.forHttp(REGISTRY_PATH + "/subjects").withStartupTimeout(START_LIMIT));

    /** Starts the broker, and creates the topics. */
    Containers() {
        kafka.withNetwork(network)
                .withLabels(Engine.labels())
                .withListener(BROKER)
                .withEnv("KAFKA_SHARE_COORDINATOR_STATE_TOPIC_REPLICATION_FACTOR", "1")
                .withEnv("KAFKA_SHARE_COORDINATOR_STATE_TOPIC_MIN_ISR", "1")
                .withEnv("KAFKA_SHARE_COORDINATOR_STATE_TOPIC_NUM_PARTITIONS", "4")
                .withEnv("KAFKA_AUTO_CREATE_TOPICS_ENABLE", "false");
        running.add(kafka);
        kafka.start();
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", (Object) bootstrapServers()))) {
            TopicSetup.createMissing(admin);
        }
    }

    /** For clients on this machine. */
    String bootstrapServers() {
        return kafka.getBootstrapServers();
    }

    /** Not started yet, with the settings of docker-compose.yml: what it knows lies in Kafka. */
    GenericContainer<?> registry() {
        return registry;
    }

    /** Of the records on the topics, by the registry, which has started. */
    RecordFraming framing() throws RegistryAccess.UnusableException, RegistryException {
        String url = address(registry).resolve(REGISTRY_PATH).toString();
        return RecordFraming.of(RegistryAccess.of(Optional.of(url), Optional.empty()));
    }

    /** Not started yet: one explanation at a time, rough ones. */
    GenericContainer<?> explainer(String image) {
        return service(image)
                .withEnv("LIMEN_MODELS_ROOTS", "/models")
                .withEnv("LIMEN_EXPLAIN_DEVICE", "cpu")
                .withEnv("LIMEN_WORKERS", "1")
                .withEnv("LIMEN_EXPLAIN_BUDGET", "PT3S")
                .withEnv("LIMEN_SHUTDOWN_TIMEOUT", "PT1S")
                .withFileSystemBind(Path.of("models").toAbsolutePath().toString(), "/models", BindMode.READ_ONLY);
    }

    /** Not started yet; whoever reaches its port may read. */
    GenericContainer<?> aggregator() {
        return service(Images.aggregator())
                .withEnv("LIMEN_STATE_DIR", "/tmp/state")
                .withEnv("LIMEN_ACCESS_OPEN_READING", "true")
                .withEnv("LIMEN_ACCESS_HOSTS", "localhost");
    }

    private GenericContainer<?> service(String image) {
        return shutIn(image)
                .withEnv("LIMEN_KAFKA_BOOTSTRAP_SERVERS", BROKER)
                .withEnv("LIMEN_SCHEMA_REGISTRY_URL", REGISTRY)
                .withEnv("QUARKUS_HTTP_HOST", "0.0.0.0")
                .withEnv(processor())
                .withExposedPorts(HTTP)
                .waitingFor(Wait.forHealthcheck().withStartupTimeout(START_LIMIT));
    }

    /** What libtorch has to know of this machine's processor; usually nothing. */
    static Map<String, String> processor() {
        return Optional.ofNullable(ForwardEnvironment.variables().get(INSTRUCTIONS))
                .map(value -> Map.of(INSTRUCTIONS, value))
                .orElse(Map.of());
    }

    /** Publishes the first phantoms of the demo's stream, for its models in turn, and waits until they are. */
    void publish(int cases) {
        GenericContainer<?> producer = shutIn(Images.intake())
                .withCreateContainerCmdModifier(command -> command.withEntrypoint(
                        "java",
                        "-cp",
                        "/app/app/*:/app/lib/main/*:/app/lib/boot/*",
                        "io.limen.producer.bootstrap.ProducerCommandLine"))
                .withCommand(
                        "publish",
                        "--phantoms=" + cases,
                        "--model=phantom-unet@1",
                        "--model=phantom-segformer@1",
                        "--site=demo",
                        "--bootstrap=" + BROKER,
                        "--schema-registry=" + REGISTRY)
                .withStartupCheckStrategy(new OneShotStartupCheckStrategy().withTimeout(START_LIMIT));
        producer.start();
        producer.stop();
    }

    private GenericContainer<?> shutIn(String image) {
        GenericContainer<?> container = new GenericContainer<>(image)
                .withNetwork(network)
                .withLabels(Engine.labels())
                .withTmpFs(Map.of("/tmp", "rw,exec"))
                .withCreateContainerCmdModifier(command -> command.getHostConfig()
                        .withReadonlyRootfs(true)
                        .withCapDrop(Capability.ALL)
                        .withSecurityOpts(List.of("no-new-privileges")));
        running.add(container);
        return container;
    }

    /** SIGKILL, as when a machine is gone. */
    static void kill(GenericContainer<?> container) {
        container.getDockerClient().killContainerCmd(container.getContainerId()).exec();
    }

    static URI address(GenericContainer<?> service) {
        return URI.create("http://localhost:" + service.getMappedPort(HTTP));
    }

    @Override
    public void close() {
        for (int last = running.size() - 1; last >= 0; last--) {
            running.get(last).stop();
        }
        network.close();
    }
}
