package io.limen.explainer.adapter.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.limen.explainer.application.ExplainedCase;
import io.limen.explainer.application.SampleCase;
import io.limen.explainer.domain.component.ComponentAnalysis.Unavailable;
import io.limen.explainer.domain.component.SampleNetwork;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The page names the keys that are written, and no others. */
class ExplanationJsonPageTest {

    private static final Path PAGE = Path.of("docs/explanation-json.md");

    /** Their keys are names, of classes, features, traits or kinds. */
    private static final Set<String> NAMED = Set.of(
            "strategy.classProbabilities",
            "strategy.standardErrors",
            "inputTraits",
            "outputTraits",
            "componentAnalysis.rankCorrelations");

    /** Objects that are always there are told by their keys alone. */
    private static final Set<String> PLAIN = Set.of("region", "settings", "strategy");

    private static final Pattern ROW = Pattern.compile("\\| `([^`]+)` \\| [^|]+ \\| (?:[^|\\\\]|\\\\\\|)+ \\|");

    private static Set<String> written() throws IOException {
        Set<String> keys = new TreeSet<>();
        for (ExplainedCase one : List.of(
                SampleCase.twoEffects(),
                SampleCase.maskRegion(),
                SampleCase.with(SampleNetwork.unet()),
                SampleCase.with(new Unavailable("it is frozen")))) {
            add(new ObjectMapper().readTree(new ExplanationJson().render(one)), "", keys);
        }
        return keys;
    }

    private static void add(JsonNode node, String path, Set<String> keys) {
        for (Map.Entry<String, JsonNode> field : node.properties()) {
            if (NAMED.contains(path)) {
                keys.add(path + ".*");
            } else {
                String key = path.isEmpty() ? field.getKey() : path + "." + field.getKey();
                if (!NAMED.contains(key) && !PLAIN.contains(key)) {
                    keys.add(key);
                }
                add(field.getValue(), key, keys);
            }
        }
        if (node.isArray()) {
            node.forEach(one -> add(one, path + "[]", keys));
        }
    }

    @Test
    void thePageHasEveryKeyWithShapeAndUnit() throws IOException {
        Set<String> told = Files.readAllLines(PAGE).stream()
                .filter(line -> line.startsWith("| `"))
                .map(line -> {
                    var row = ROW.matcher(line);
                    return row.matches() ? row.group(1) : "not a whole row: " + line;
                })
                .collect(Collectors.toCollection(TreeSet::new));
        assertEquals(String.join("\n", written()), String.join("\n", told));
    }
}
