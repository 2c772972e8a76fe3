package io.limen.explainer.adapter.store;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.limen.explainer.application.ModelDescription;
import io.limen.explainer.application.ModelRejectedException;
import io.limen.explainer.application.Sha256;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.stream.Collectors;

/** One version of a model on disk: a folder with model.yaml and model.pt. */
record ModelFolder(Path path) {

    private static final YAMLMapper YAML = YAMLMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
            .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
            .enable(YAMLGenerator.Feature.MINIMIZE_QUOTES)
            .enable(YAMLGenerator.Feature.ALWAYS_QUOTE_NUMBERS_AS_STRINGS)
            .disable(YAMLGenerator.Feature.WRITE_DOC_START_MARKER)
            .build();

    /** A description is a few hundred bytes. */
    private static final long MAX_YAML_BYTES = 1 << 16;

    Path yamlFile() {
        return path.resolve("model.yaml");
    }

    Path modelFile() {
        return path.resolve("model.pt");
    }

    /** @throws ModelRejectedException one line that names the key and the line */
    ModelYaml readYaml() throws ModelRejectedException {
        try {
            if (Files.size(yamlFile()) > MAX_YAML_BYTES) {
                throw new ModelRejectedException("model.yaml is larger than " + MAX_YAML_BYTES + " bytes");
            }
            ModelYaml yaml = YAML.readValue(Files.readAllBytes(yamlFile()), ModelYaml.class);
            if (yaml == null) {
                throw new ModelRejectedException("model.yaml is empty");
            }
            return yaml;
        } catch (JsonProcessingException e) {
            throw new ModelRejectedException("model.yaml: " + problem(e), e);
        } catch (IOException e) {
            throw new ModelRejectedException("model.yaml can't be read: " + e.getMessage(), e);
        }
    }

    /** The description in the yaml. @throws ModelRejectedException one line that names the key */
    ModelDescription describe(ModelYaml yaml) throws ModelRejectedException {
        try {
            return yaml.description();
        } catch (IllegalArgumentException e) {
            throw new ModelRejectedException("model.yaml: " + e.getMessage(), e);
        }
    }

    /** @throws ModelRejectedException when model.pt is not the file that was described */
    void checkHash(ModelDescription description) throws ModelRejectedException {
        try {
            String found = Sha256.of(modelFile());
            if (!found.equals(description.sha256())) {
                throw new ModelRejectedException("model.pt of " + description.id()
                        + " is corrupt or was replaced: its SHA-256 is " + found.substring(0, 12)
                        + "..., model.yaml says " + description.sha256().substring(0, 12) + "...");
            }
        } catch (IOException e) {
            throw new ModelRejectedException("model.pt of " + description.id() + " can't be read", e);
        }
    }

    /**
     * The bank's folder.
     *
     * @param boundary a real path that the bank must lie under
     * @throws ModelRejectedException when none is named, it is not there, or lies elsewhere
     */
    Path bank(ModelYaml yaml, Path boundary) throws ModelRejectedException {
        if (yaml.bank() == null) {
            throw new ModelRejectedException("model.yaml: bank is missing: the folder of donor images");
        }
        try {
            Path folder = path.resolve(yaml.bank()).toRealPath();
            if (!folder.startsWith(boundary)) {
                throw new ModelRejectedException(
                        "model.yaml: the bank " + yaml.bank() + " lies outside the repository");
            }
            return folder;
        } catch (IOException | InvalidPathException e) {
            throw new ModelRejectedException("model.yaml: the bank " + yaml.bank() + " is not there", e);
        }
    }

    void writeYaml(ModelYaml yaml) throws IOException {
        YAML.writeValue(yamlFile().toFile(), yaml);
    }

    private static String problem(JsonProcessingException failure) {
        String line = failure.getLocation() == null || failure.getLocation().getLineNr() < 1
                ? ""
                : " (line " + failure.getLocation().getLineNr() + ")";
        if (failure instanceof UnrecognizedPropertyException unknown) {
            return "unknown key '" + key(unknown) + "'";
        }
        if (failure instanceof JsonMappingException mapping
                && !mapping.getPath().isEmpty()) {
            return "the value of '" + key(mapping) + "' is not of the right kind" + line;
        }
        return failure.getOriginalMessage().lines().findFirst().orElse("not YAML") + line;
    }

    private static String key(JsonMappingException failure) {
        return failure.getPath().stream()
                .map(step -> step.getFieldName() == null ? String.valueOf(step.getIndex()) : step.getFieldName())
                .collect(Collectors.joining("."));
    }
}
