package io.limen.producer.adapter.http.events;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.util.Arrays;

/**
 * What was sent to a model, or came back: JSON, and behind it the bytes of tensors (the binary extension of the open inference
 * protocol). Where the JSON ends is told by a header that payload loggers don't pass on, and by the JSON itself.
 *
 * @param json the JSON
 * @param behind the bytes behind it
 */
record Payload(JsonNode json, byte[] behind) {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    static Payload of(byte[] sent) throws UnusableEventException {
        try (JsonParser parser = JSON.createParser(sent)) {
            JsonNode json = parser.readValueAsTree();
            if (json == null) {
                throw new UnusableEventException("no JSON");
            }
            int end = (int) parser.currentLocation().getByteOffset();
            return new Payload(json, Arrays.copyOfRange(sent, end, sent.length));
        } catch (IOException e) {
            throw new UnusableEventException("no JSON");
        }
    }
}
