package io.limen.quickstart.adapter.broker;

import io.limen.schemas.Topic;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.acl.AccessControlEntry;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.acl.AclPermissionType;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourcePattern;
import org.apache.kafka.common.resource.ResourceType;

/**
 * A broker that clients reach encrypted and by name, and that lets each name do what its service needs and no more. The test
 * itself comes in by another door, on loopback, and may do anything.
 */
public final class SecuredBroker implements AutoCloseable {

    /** What each service may do: as in k8s/README.md. */
    private static final String PRODUCER = "producer";

    /** A producer that the audit log is not open to. */
    private static final String UNRECORDED = "unrecorded";

    private static final String EXPLAINER = "explainer";
    private static final String AGGREGATOR = "aggregator";
    private static final String PASSWORD = "only-for-this-test";

    private final Path folder;
    private final int securedPort;
    private final EmbeddedBroker broker;

    private SecuredBroker(Path folder, int securedPort, EmbeddedBroker broker) {
        this.folder = folder;
        this.securedPort = securedPort;
        this.broker = broker;
    }

    /** Starts one with all topics. */
    public static SecuredBroker start(Path folder, int openPort, int securedPort, int controllerPort) throws Exception {
        Path keys = folder.resolve("server.p12");
        keytool(
                "-genkeypair",
                "-alias",
                "broker",
                "-keyalg",
                "EC",
                "-dname",
                "CN=localhost",
                "-ext",
                "san=ip:127.0.0.1",
                keys);
        keytool(
                "-exportcert",
                "-alias",
                "broker",
                "-file",
                folder.resolve("broker.cer").toString(),
                keys);
        keytool(
                "-importcert",
                "-noprompt",
                "-alias",
                "broker",
                "-file",
                folder.resolve("broker.cer").toString(),
                folder.resolve("trusted.p12"));
        EmbeddedBroker broker = EmbeddedBroker.start(
                folder.resolve("broker"),
                openPort,
                controllerPort,
                settings(openPort, securedPort, controllerPort, keys));
        SecuredBroker secured = new SecuredBroker(folder, securedPort, broker);
        broker.createTopics();
        secured.allow();
        return secured;
    }

    private static Map<String, String> settings(int openPort, int securedPort, int controllerPort, Path keys) {
        String open = "PLAINTEXT://127.0.0.1:" + openPort;
        String secured = "SECURED://127.0.0.1:" + securedPort;
        String users = Stream.of(PRODUCER, UNRECORDED, EXPLAINER, AGGREGATOR)
                .map(user -> "user_" + user + "=\"" + PASSWORD + "\"")
                .collect(Collectors.joining(" "));
        Map<String, String> settings = new HashMap<>();
        settings.put("listeners", open + "," + secured + ",CONTROLLER://127.0.0.1:" + controllerPort);
        settings.put("advertised.listeners", open + "," + secured);
        settings.put("listener.security.protocol.map", "PLAINTEXT:PLAINTEXT,SECURED:SASL_SSL,CONTROLLER:PLAINTEXT");
        settings.put("listener.name.secured.sasl.enabled.mechanisms", "PLAIN");
        settings.put(
                "listener.name.secured.plain.sasl.jaas.config",
                "org.apache.kafka.common.security.plain.PlainLoginModule required " + users + ";");
        settings.put("listener.name.secured.ssl.keystore.location", keys.toString());
        settings.put("listener.name.secured.ssl.keystore.type", "PKCS12");
        settings.put("listener.name.secured.ssl.keystore.password", PASSWORD);
        settings.put("authorizer.class.name", "org.apache.kafka.metadata.authorizer.StandardAuthorizer");
        settings.put("super.users", "User:ANONYMOUS");
        return settings;
    }

    /** The door that asks for nothing. */
    public String openServers() {
        return broker.bootstrapServers();
    }

    /** The door for services. */
    public String securedServers() {
        return "127.0.0.1:" + securedPort;
    }

    /** A client.properties file with a name and its password, or a wrong one. */
    public Path clientProperties(String user, boolean rightPassword) throws IOException {
        Path file = folder.resolve(user + (rightPassword ? "" : "-impostor") + "-" + System.nanoTime() + ".properties");
        Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        return Files.write(
                file,
                List.of(
                        "security.protocol=SASL_SSL",
                        "sasl.mechanism=PLAIN",
                        "sasl.jaas.config=org.apache.kafka.common.security.plain.PlainLoginModule required username=\""
                                + user + "\" password=\"" + (rightPassword ? PASSWORD : "a guess") + "\";",
                        "ssl.truststore.location=" + folder.resolve("trusted.p12"),
                        "ssl.truststore.type=PKCS12",
                        "ssl.truststore.password=" + PASSWORD));
    }

    private void allow() throws InterruptedException, ExecutionException {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", (Object) openServers()))) {
            admin.createAcls(Stream.of(producer(), explainer(), aggregator())
                            .flatMap(acls -> acls)
                            .toList())
                    .all()
                    .get();
        }
    }

    private static Stream<AclBinding> producer() {
        return Stream.of(
                        topic(PRODUCER, Topic.SEGMENTATION_RESULTS, AclOperation.WRITE),
                        topic(PRODUCER, Topic.AUDIT_LOG, AclOperation.WRITE),
                        topic(UNRECORDED, Topic.SEGMENTATION_RESULTS, AclOperation.WRITE))
                .flatMap(acls -> acls);
    }

    private static Stream<AclBinding> explainer() {
        Stream<AclBinding> topics = Stream.of(
                        // read, and put back what a worker could not finish
                        topic(EXPLAINER, Topic.SEGMENTATION_RESULTS, AclOperation.READ, AclOperation.WRITE),
                        topic(EXPLAINER, Topic.SEGMENTATION_RESULTS_REJECTED, AclOperation.WRITE),
                        topic(EXPLAINER, Topic.ATTRIBUTIONS, AclOperation.WRITE))
                .flatMap(acls -> acls);
        Stream<AclBinding> groups = Stream.concat(
                acls(
                        EXPLAINER,
                        new ResourcePattern(ResourceType.GROUP, "explainer", PatternType.LITERAL),
                        AclOperation.READ,
                        AclOperation.DESCRIBE_CONFIGS,
                        AclOperation.ALTER_CONFIGS),
                acls(
                        EXPLAINER,
                        new ResourcePattern(ResourceType.GROUP, "explainer-trial-", PatternType.PREFIXED),
                        AclOperation.READ,
                        AclOperation.DELETE));
        return Stream.concat(topics, groups);
    }

    private static Stream<AclBinding> aggregator() {
        Stream<AclBinding> topics = Stream.concat(
                Stream.concat(
                        Stream.of(Topic.ATTRIBUTIONS, Topic.SEGMENTATION_RESULTS)
                                .flatMap(topic -> topic(AGGREGATOR, topic, AclOperation.READ)),
                        topic(AGGREGATOR, Topic.AUDIT_LOG, AclOperation.WRITE)),
                Stream.of(
                                Topic.MODEL_STATISTICS,
                                Topic.STATISTICS_HISTORY,
                                Topic.DRIFT_HISTORY,
                                Topic.FLEET_STATISTICS,
                                Topic.DRIFT_ALERTS,
                                Topic.DRIFT_COMMANDS)
                        .flatMap(topic -> topic(AGGREGATOR, topic, AclOperation.READ, AclOperation.WRITE)));
        Stream<AclBinding> own = Stream.of(ResourceType.TOPIC, ResourceType.GROUP, ResourceType.TRANSACTIONAL_ID)
                .flatMap(type -> acls(
                        AGGREGATOR,
                        new ResourcePattern(type, "limen-aggregator", PatternType.PREFIXED),
                        AclOperation.ALL));
        return Stream.concat(topics, own);
    }

    private static Stream<AclBinding> topic(String user, Topic topic, AclOperation... operations) {
        return acls(user, new ResourcePattern(ResourceType.TOPIC, topic.topicName(), PatternType.LITERAL), operations);
    }

    private static Stream<AclBinding> acls(String user, ResourcePattern on, AclOperation... operations) {
        return Stream.of(operations)
                .map(operation -> new AclBinding(
                        on, new AccessControlEntry("User:" + user, "127.0.0.1", operation, AclPermissionType.ALLOW)));
    }

    private static void keytool(Object... arguments) throws IOException, InterruptedException {
        Stream<String> given = Stream.of(arguments).limit(arguments.length - 1L).map(Object::toString);
        Stream<String> store = Stream.of(
                "-keystore",
                arguments[arguments.length - 1].toString(),
                "-storetype",
                "PKCS12",
                "-storepass",
                PASSWORD);
        String keytool =
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
        Process process = new ProcessBuilder(Stream.of(Stream.of(keytool), given, store)
                        .flatMap(words -> words)
                        .toList())
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes());
        if (!process.waitFor(1, TimeUnit.MINUTES) || process.exitValue() != 0) {
            throw new IOException("keytool: " + said);
        }
    }

    @Override
    public void close() {
        broker.close();
    }
}
