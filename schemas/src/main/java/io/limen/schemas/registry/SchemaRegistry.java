package io.limen.schemas.registry;

import com.fasterxml.jackson.databind.JsonNode;
import io.limen.schemas.registry.RegistryRequests.Answer;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.OptionalInt;
import org.apache.avro.Schema;

/**
 * A schema registry behind the interface that Confluent's, Apicurio's (at {@code /apis/ccompat/v7}), Karapace and Redpanda have in
 * common. Three requests of it are used, so that no vendor's client is bound.
 */
public final class SchemaRegistry {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private static final int NOT_FOUND = 404;

    private final RegistryAccess access;
    private final RegistryRequests requests;

    /** A registry that has not been asked anything. */
    public SchemaRegistry(RegistryAccess access) {
        this(access, PATIENCE);
    }

    SchemaRegistry(RegistryAccess access, Duration patience) {
        this.access = access;
        this.requests = new RegistryRequests(access, patience);
    }

    /**
     * Has later schemas of the subject refused unless old and new read each other, all of them.
     *
     * @return whether it does; some registries know no rule for a subject without a schema
     */
    public boolean keepCompatible(String subject) throws RegistryException {
        String path = "/config/" + escaped(subject);
        Answer answer = requests.ask("PUT", path, Map.of("compatibility", "FULL_TRANSITIVE"));
        if (answer.status() == NOT_FOUND) {
            return false;
        }
        require(answer, path);
        return true;
    }

    /**
     * The id of the schema among the subject's, which has it afterwards.
     *
     * @throws RegistryException when the registry does not answer, or finds that the schema does not go with those it has
     */
    public int register(String subject, Schema schema) throws RegistryException {
        String path = "/subjects/" + escaped(subject) + "/versions";
        Answer answer = requests.ask("POST", path, body(schema));
        require(answer, path);
        return id(subject, answer);
    }

    /** The id of the schema among the subject's, which stays as it is; empty when it is not among them. */
    public OptionalInt find(String subject, Schema schema) throws RegistryException {
        String path = "/subjects/" + escaped(subject);
        Answer answer = requests.ask("POST", path, body(schema));
        if (answer.status() == NOT_FOUND) {
            return OptionalInt.empty();
        }
        require(answer, path);
        return OptionalInt.of(id(subject, answer));
    }

    private static Map<String, String> body(Schema schema) {
        return Map.of("schema", schema.toString(), "schemaType", "AVRO");
    }

    private int id(String subject, Answer answer) throws RegistryException {
        JsonNode id = answer.body().path("id");
        if (!id.canConvertToInt() || id.asInt() < 0) {
            throw new RegistryException("the schema registry at " + access + " gave no id for " + subject);
        }
        return id.asInt();
    }

    private void require(Answer answer, String path) throws RegistryException {
        if (!answer.isOk()) {
            throw new RegistryException("the schema registry at " + access + " answers " + path + " with status "
                    + answer.status() + answer.reason());
        }
    }

    private static String escaped(String subject) {
        return URLEncoder.encode(subject, StandardCharsets.UTF_8);
    }
}
