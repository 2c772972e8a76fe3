package io.limen.producer.adapter.http;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.limen.producer.adapter.http.Submission.Label;
import java.io.IOException;

/**
 * A line of a stream: a case as JSON, its files in Base64. What is not there is null.
 *
 * @param key the idempotency key
 */
@JsonIgnoreProperties(ignoreUnknown = false)
record StreamLine(
        String model,
        String site,
        String study,
        Integer targetClass,
        String key,
        byte[] image,
        byte[] mask,
        byte[] groundTruth) {

    private static final ObjectReader READER = JsonMapper.builder().build().readerFor(StreamLine.class);

    /** @throws IllegalArgumentException one line, if it is none; without anything of what was sent */
    static StreamLine parse(byte[] json) {
        try {
            StreamLine line = READER.readValue(json);
            if (line == null) {
                throw new IllegalArgumentException("no case");
            }
            return line;
        } catch (JsonProcessingException e) {
            long column = e.getLocation() == null ? 0 : e.getLocation().getColumnNr();
            throw new IllegalArgumentException("no case as JSON with model, site, study, targetClass, key, and image,"
                    + " mask, groundTruth in Base64 (column " + column + ")");
        } catch (IOException e) {
            throw new IllegalArgumentException("no JSON");
        }
    }

    Submission in(Scratch scratch) {
        return new Submission(
                new Label(model, site, study, targetClass, key),
                scratch.file(image),
                scratch.file(mask),
                scratch.file(groundTruth));
    }
}
