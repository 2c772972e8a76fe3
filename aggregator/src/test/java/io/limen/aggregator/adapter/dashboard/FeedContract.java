package io.limen.aggregator.adapter.dashboard;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What one version says that other systems are told: a file {@code docs/feeds/feeds-MAJOR.MINOR.schema.json}.
 *
 * @param version of one major, its minor
 * @param document the schema, with what is told under {@code $defs}
 */
record FeedContract(int version, JsonNode document) {

    static final Path FOLDER = Path.of("docs", "feeds");

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final JsonSchemaFactory SCHEMAS = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012);
    private static final SchemaValidatorsConfig CONFIG =
            SchemaValidatorsConfig.builder().formatAssertionsEnabled(true).build();

    /** All of major version 1, oldest first. */
    static List<FeedContract> released() throws IOException {
        Map<Integer, FeedContract> byMinor = new TreeMap<>();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(FOLDER, "feeds-1.*.schema.json")) {
            for (Path file : files) {
                int minor = Integer.parseInt(file.getFileName().toString().split("\\.")[1]);
                byMinor.put(minor, new FeedContract(minor, JSON.readTree(file.toFile())));
            }
        }
        return List.copyOf(byMinor.values());
    }

    static FeedContract newest() throws IOException {
        List<FeedContract> released = released();
        return released.get(released.size() - 1);
    }

    /** What is wrong with what was told, for a reader who passes over what they do not know. */
    List<String> wrong(String definition, String told) throws IOException {
        return wrong(document, definition, told);
    }

    /** What is wrong with it, or not described. */
    List<String> wrongOrUnknown(String definition, String told) throws IOException {
        JsonNode strict = document.deepCopy();
        close(strict.get("$defs"));
        return wrong(strict, definition, told);
    }

    private static List<String> wrong(JsonNode document, String definition, String told) throws IOException {
        ObjectNode one = JSON.createObjectNode();
        one.put("$schema", document.get("$schema").asText());
        one.put("$ref", "#/$defs/" + definition);
        one.set("$defs", document.get("$defs"));
        JsonSchema schema = SCHEMAS.getSchema(one, CONFIG);
        return schema.validate(JSON.readTree(told)).stream()
                .map(message -> definition + ": " + message.getMessage())
                .toList();
    }

    /** No object has properties but those that are named. */
    private static void close(JsonNode node) {
        if (node instanceof ObjectNode object
                && object.path("properties").isObject()
                && !object.has("additionalProperties")) {
            object.put("additionalProperties", false);
        }
        node.forEach(FeedContract::close);
    }
}
