package io.limen.explainer.adapter.evaluation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.limen.explainer.application.Sha256;
import io.limen.explainer.application.evaluate.CaseEvaluation;
import io.limen.explainer.application.evaluate.EvaluationJournal;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import java.util.Optional;

/**
 * One JSON file per model and case. It says what it was made of: a file made of something else, or one that can't be read, is as
 * good as none. Files appear whole or not at all.
 */
public final class JournalFiles implements EvaluationJournal {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Path folder;
    private final Map<String, String> madeOf;

    /**
     * @param folder where they lie; made when the first is written
     * @param madeOf per model what determines its figures: the model's file, its bank, the settings and methods
     */
    public JournalFiles(Path folder, Map<String, String> madeOf) {
        this.folder = folder;
        this.madeOf = Map.copyOf(madeOf);
    }

    @Override
    public Optional<CaseEvaluation> find(String model, String caseName, String fingerprint) {
        Path file = file(model, caseName);
        if (!Files.isRegularFile(file)) {
            return Optional.empty();
        }
        try {
            JsonNode root = JSON.readTree(file.toFile());
            boolean same = root.path("madeOf").asText().equals(madeOf.get(model))
                    && root.path("case").asText().equals(fingerprint);
            return same ? Optional.of(CaseJson.read(root.path("found"))) : Optional.empty();
        } catch (IOException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    @Override
    public void save(CaseEvaluation found, String fingerprint) {
        ObjectNode root = JSON.createObjectNode();
        root.put("madeOf", madeOf.get(found.model()));
        root.put("case", fingerprint);
        root.set("found", CaseJson.write(found));
        Path file = file(found.model(), found.caseName());
        try {
            Files.createDirectories(file.getParent());
            Path whole = Files.createTempFile(file.getParent(), ".", ".tmp");
            Files.write(whole, JSON.writeValueAsBytes(root));
            Files.move(whole, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException("can't write to " + folder, e);
        }
    }

    /** A name may be anything that a file is called: its digest is shorter than any limit. */
    private Path file(String model, String caseName) {
        String digest = Sha256.of(caseName.getBytes(StandardCharsets.UTF_8)).substring(0, 32);
        return folder.resolve(model).resolve(digest + ".json");
    }
}
