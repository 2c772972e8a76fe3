package io.limen.quickstart.adapter.broker;

import io.limen.schemas.BrokerRight;
import io.limen.schemas.BrokerUser;
import io.limen.schemas.Topic;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ScramCredentialInfo;
import org.apache.kafka.clients.admin.ScramMechanism;
import org.apache.kafka.clients.admin.UserScramCredentialAlteration;
import org.apache.kafka.clients.admin.UserScramCredentialUpsertion;
import org.apache.kafka.common.acl.AccessControlEntry;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.acl.AclPermissionType;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourcePattern;
import org.apache.kafka.common.resource.ResourceType;

/**
 * A broker that clients reach encrypted and by name, and that lets each name do what {@link BrokerUser} says and no more; they come
 * by the {@code client.properties} of k8s. The test itself comes in by another door, on loopback, and may do anything.
 */
public final class SecuredBroker implements AutoCloseable {

    /** A producer that the audit log is not open to. */
    private static final String UNRECORDED = "unrecorded";

    private static final String PASSWORD = "only-for-this-test";

    /** The least that Kafka takes. */
    private static final int ITERATIONS = 4096;

    private static final Path CLIENT = Path.of("..", "k8s", "base", "kafka", "client.properties");

    private final Path folder;
    private final int securedPort;
    private final EmbeddedBroker broker;
    private final ServerCertificate certificate;

    private SecuredBroker(Path folder, int securedPort, EmbeddedBroker broker, ServerCertificate certificate) {
        this.folder = folder;
        this.securedPort = securedPort;
        this.broker = broker;
        this.certificate = certificate;
    }

    /** Starts one with all topics. */
    public static SecuredBroker start(Path folder, int openPort, int securedPort, int controllerPort) throws Exception {
        ServerCertificate certificate = ServerCertificate.make(folder, PASSWORD);
        EmbeddedBroker broker = EmbeddedBroker.start(
                folder.resolve("broker"),
                openPort,
                controllerPort,
                settings(openPort, securedPort, controllerPort, certificate));
        SecuredBroker secured = new SecuredBroker(folder, securedPort, broker, certificate);
        broker.createTopics();
        secured.admit();
        return secured;
    }

    private static Map<String, String> settings(
            int openPort, int securedPort, int controllerPort, ServerCertificate certificate) {
        String open = "PLAINTEXT://127.0.0.1:" + openPort;
        String secured = "SECURED://127.0.0.1:" + securedPort;
        Map<String, String> settings = new HashMap<>();
        settings.put("listeners", open + "," + secured + ",CONTROLLER://127.0.0.1:" + controllerPort);
        settings.put("advertised.listeners", open + "," + secured);
        settings.put("listener.security.protocol.map", "PLAINTEXT:PLAINTEXT,SECURED:SASL_SSL,CONTROLLER:PLAINTEXT");
        settings.put("listener.name.secured.sasl.enabled.mechanisms", "SCRAM-SHA-512");
        settings.put(
                "listener.name.secured.scram-sha-512.sasl.jaas.config",
                "org.apache.kafka.common.security.scram.ScramLoginModule required;");
        settings.put(
                "listener.name.secured.ssl.keystore.location",
                certificate.keystore().toString());
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

    /** The client.properties of k8s, beside it what is mounted there: a name with its password, or a wrong one. */
    public Path clientProperties(String user, boolean rightPassword) throws IOException {
        Path mounted = Files.createTempDirectory(
                folder, user, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        Files.copy(certificate.trusted(), mounted.resolve("ca.crt"));
        Files.writeString(
                mounted.resolve("sasl.jaas.config"),
                "org.apache.kafka.common.security.scram.ScramLoginModule required username=\"" + user + "\" password=\""
                        + (rightPassword ? PASSWORD : "a guess") + "\";");
        return Files.writeString(
                mounted.resolve("client.properties"), Files.readString(CLIENT).replace("/kafka", mounted.toString()));
    }

    private void admit() throws InterruptedException, ExecutionException {
        Stream<String> names =
                Stream.concat(Arrays.stream(BrokerUser.values()).map(BrokerUser::userName), Stream.of(UNRECORDED));
        Stream<AclBinding> rights = Arrays.stream(BrokerUser.values())
                .flatMap(user -> user.rights().stream().flatMap(right -> allowed(user.userName(), right)));
        BrokerRight publishing = new BrokerRight(
                new ResourcePattern(ResourceType.TOPIC, Topic.SEGMENTATION_RESULTS.topicName(), PatternType.LITERAL),
                Set.of(AclOperation.WRITE));
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", (Object) openServers()))) {
            admin.alterUserScramCredentials(names.map(SecuredBroker::password).toList())
                    .all()
                    .get();
            admin.createAcls(Stream.concat(rights, allowed(UNRECORDED, publishing))
                            .toList())
                    .all()
                    .get();
        }
    }

    private static UserScramCredentialAlteration password(String user) {
        return new UserScramCredentialUpsertion(
                user, new ScramCredentialInfo(ScramMechanism.SCRAM_SHA_512, ITERATIONS), PASSWORD);
    }

    private static Stream<AclBinding> allowed(String user, BrokerRight right) {
        return right.operations().stream()
                .map(operation -> new AclBinding(
                        right.on(),
                        new AccessControlEntry("User:" + user, "127.0.0.1", operation, AclPermissionType.ALLOW)));
    }

    @Override
    public void close() {
        broker.close();
    }
}
