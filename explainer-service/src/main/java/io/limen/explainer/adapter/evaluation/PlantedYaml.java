package io.limen.explainer.adapter.evaluation;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.limen.explainer.domain.faithfulness.CauseRule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The file {@code planted.yaml} beside a model whose cause is known by construction.
 *
 * @param cause {@code ring}, {@code row} or {@code mask}
 * @param widthPx of a ring
 * @param rowPx of a row
 * @param exact whether nothing else outside the region can change it
 */
record PlantedYaml(String cause, Integer widthPx, Integer rowPx, Boolean exact) {

    private static final YAMLMapper YAML = YAMLMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private static final long MOST_BYTES = 1 << 14;

    /**
     * The rule of a model's folder; a folder that says nothing has no planted cause.
     *
     * @throws IOException one line that names the file
     */
    static CauseRule of(Path model) throws IOException {
        Path file = model.resolve("planted.yaml");
        if (!Files.isRegularFile(file)) {
            return new CauseRule.Nothing();
        }
        if (Files.size(file) > MOST_BYTES) {
            throw new IOException(file + " is larger than " + MOST_BYTES + " bytes");
        }
        try {
            return YAML.readValue(Files.readAllBytes(file), PlantedYaml.class).rule();
        } catch (JsonProcessingException e) {
            throw new IOException(file + ": " + e.getOriginalMessage(), e);
        } catch (IllegalArgumentException e) {
            throw new IOException(file + ": " + e.getMessage(), e);
        }
    }

    private CauseRule rule() {
        if ("ring".equals(cause) && widthPx != null) {
            return new CauseRule.Ring(widthPx);
        }
        if ("row".equals(cause) && rowPx != null) {
            return new CauseRule.Row(rowPx);
        }
        if ("mask".equals(cause)) {
            return new CauseRule.Marked();
        }
        throw new IllegalArgumentException("cause must be ring (with widthPx), row (with rowPx) or mask");
    }
}
