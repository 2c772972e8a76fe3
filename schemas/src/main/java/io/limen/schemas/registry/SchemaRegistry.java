package io.limen.schemas.registry;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.apache.avro.Schema;

/**
 * A schema registry behind the interface that Confluent's, Apicurio's (at {@code /apis/ccompat/v7}), Karapace and Redpanda have in
 * common. Two requests of it are used, so that no vendor's client is bound.
 */
public final class SchemaRegistry {

    private static final String CONTENT = "application/vnd.schemaregistry.v1+json";
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(PATIENCE).build();
    private final String address;
    private final Optional<String> authorization;

    /**
     * A registry that has not been asked anything.
     *
     * @param address where its subjects are, as {@code http://registry:8081} or {@code http://apicurio:8080/apis/ccompat/v7}
     * @param authorization value of the header of that name, if one is wanted
     */
    public SchemaRegistry(URI address, Optional<String> authorization) {
        this.address = address.toString().replaceAll("/+$", "");
        this.authorization = authorization;
    }

    /** Has later schemas of the subject refused unless old and new read each other, all of them. */
    public void keepCompatible(String subject) throws RegistryException {
        ask("PUT", "/config/" + escaped(subject), Map.of("compatibility", "FULL_TRANSITIVE"));
    }

    /**
     * The id of the schema among the subject's, which has it afterwards.
     *
     * @throws RegistryException when the registry does not answer, or finds that the schema does not go with those it has
     */
    public int register(String subject, Schema schema) throws RegistryException {
        JsonNode answer = ask(
                "POST",
                "/subjects/" + escaped(subject) + "/versions",
                Map.of("schema", schema.toString(), "schemaType", "AVRO"));
        if (!answer.path("id").canConvertToInt() || answer.path("id").asInt() < 0) {
            throw new RegistryException("the schema registry at " + address + " gave no id for " + subject);
        }
        return answer.path("id").asInt();
    }

    private JsonNode ask(String method, String path, Map<String, String> body) throws RegistryException {
        try {
            HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(address + path))
                    .timeout(PATIENCE)
                    .header("Content-Type", CONTENT)
                    .header("Accept", CONTENT)
                    .method(method, HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(body)));
            authorization.ifPresent(value -> request.header("Authorization", value));
            HttpResponse<String> answer = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() / 100 != 2) {
                throw new RegistryException("the schema registry at " + address + " answers " + path + " with status "
                        + answer.statusCode() + reason(answer.body()));
            }
            return JSON.readTree(answer.body());
        } catch (JsonProcessingException e) {
            throw new RegistryException("what is at " + address + " is no schema registry: its answer is no JSON", e);
        } catch (IOException e) {
            throw new RegistryException("no schema registry answers at " + address, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new RegistryException("interrupted while asking the schema registry at " + address, e);
        }
    }

    private static String reason(String body) {
        try {
            String message = JSON.readTree(body).path("message").asText("");
            return message.isEmpty() ? "" : ": " + message.lines().findFirst().orElse("");
        } catch (JsonProcessingException e) {
            return "";
        }
    }

    private static String escaped(String subject) {
        return URLEncoder.encode(subject, StandardCharsets.UTF_8);
    }
}
