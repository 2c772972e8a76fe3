package io.limen.explainer.adapter.report.evaluation;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.limen.explainer.application.evaluate.CaseEvaluation;
import io.limen.explainer.application.evaluate.CaseEvaluation.NotEvaluated;
import io.limen.explainer.application.evaluate.Dataset;
import io.limen.explainer.application.evaluate.DatasetCase;
import io.limen.explainer.application.evaluate.EvaluationWorkplace.Cases;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EvaluationFilesTest {

    @TempDir
    private static Path written;

    private static List<Path> files;
    private static String page;
    private static JsonNode json;

    @BeforeAll
    static void write() throws IOException {
        InventedEvaluation invented = new InventedEvaluation(12);
        files = write(written, invented, invented.evaluations());
        page = Files.readString(written.resolve("report.html"));
        json = new ObjectMapper().readTree(written.resolve("evaluation.json").toFile());
    }

    @Test
    void everythingNamedIsThere() {
        assertEquals(
                List.of("report.html", "tables.md", "evaluation.json", "cases.csv", "maps"),
                files.stream().map(file -> file.getFileName().toString()).toList());
        files.forEach(file -> assertTrue(Files.exists(file), file::toString));
    }

    @Test
    void thePageNeedsNothingElse() {
        assertFalse(page.contains("<script"));
        assertFalse(page.contains("http://") || page.contains("https://"));
        assertTrue(page.contains("data:image/png;base64,"));
    }

    @Test
    void aNameThatLooksLikeMarkupIsShownAsItIs() throws IOException {
        assertFalse(page.contains("deeplab<b>"));
        assertTrue(page.contains("deeplab&lt;b&gt;|@1"));
        assertTrue(Files.readString(written.resolve("tables.md")).contains("| deeplab&lt;b>\\|@1 |"));
    }

    @Test
    void bothPictureAndWordsSayWhichMethodFailed() {
        assertTrue(page.contains("no map"));
        assertTrue(page.contains("the network has no layers"));
        assertEquals(2, json.get("failures").size());
        assertEquals(12, json.get("failures").get(0).get("cases").size());
    }

    @Test
    void everyNumberOfEveryCaseHasALine() throws IOException {
        List<String> lines = Files.readAllLines(written.resolve("cases.csv"));
        long numbers = 0;
        for (JsonNode pair : json.get("pairs")) {
            if (pair.get("skipped").isNull()) {
                numbers += 2;
                for (JsonNode method : pair.get("methods")) {
                    numbers += method.get("metrics").size();
                }
            }
        }

        assertEquals("model,case,method,metric,value,unit", lines.get(0));
        assertEquals(1 + numbers, lines.size());
    }

    @Test
    void theMapNamedInTheDocumentHasAValuePerTreatedBlock() throws IOException {
        JsonNode pair = json.get("pairs").get(0);
        Path map = written.resolve(pair.get("methods").get(0).get("map").asText());

        byte[] bytes = Files.readAllBytes(map);
        int values = pair.get("gridHeight").asInt() * pair.get("gridWidth").asInt();
        ByteBuffer buffer = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        int nothing = 0;
        for (int i = 0; i < values; i++) {
            nothing += Double.isNaN(buffer.getDouble(bytes.length - 8 * (values - i))) ? 1 : 0;
        }
        // a region of 32 pixels on whole blocks of 8
        assertEquals(16, nothing);
    }

    @Test
    void theSameEvaluationsGiveTheSameFiles(@TempDir Path again) throws IOException {
        InventedEvaluation invented = new InventedEvaluation(12);
        write(again, invented, invented.evaluations());

        for (String file : List.of("report.html", "tables.md", "evaluation.json", "cases.csv")) {
            assertArrayEquals(Files.readAllBytes(written.resolve(file)), Files.readAllBytes(again.resolve(file)), file);
        }
    }

    @Test
    void anEvaluationOfNothingSaysSo(@TempDir Path folder) throws IOException {
        write(folder, new InventedEvaluation(0), List.of(new NotEvaluated("unet@1", "a", "no foreground")));

        assertTrue(Files.readString(folder.resolve("report.html")).contains("no foreground"));
    }

    @Test
    void aCaseThatIsGoneIsLeftOutOfThePictures(@TempDir Path folder) throws IOException {
        InventedEvaluation invented = new InventedEvaluation(2);
        write(folder, new Gone(), invented.evaluations());

        String shown = Files.readString(folder.resolve("report.html"));
        assertFalse(shown.contains("data:image/png"));
        assertTrue(shown.contains("With 2 cases no difference between methods can be shown"));
    }

    @Test
    void namesStayInTheirFolder() {
        assertEquals("%2E.%2Fa%C3%A9", MapFiles.safe("../aé"));
        assertEquals("%2E.", MapFiles.safe(".."));
        String longest = MapFiles.safe("\u4e2d".repeat(80));
        assertTrue(longest.length() <= 201, longest);
        assertFalse(longest.equals(MapFiles.safe("\u4e2d".repeat(81))));
        assertEquals("unet@1.2", MapFiles.safe("unet@1.2"));
    }

    private static List<Path> write(Path folder, Dataset dataset, List<CaseEvaluation> evaluations) throws IOException {
        return new EvaluationFiles()
                .write(folder, new Cases(folder, dataset), InventedEvaluation.SETTINGS, evaluations);
    }

    private static final class Gone implements Dataset {

        @Override
        public List<String> names() {
            return List.of();
        }

        @Override
        public DatasetCase read(String name) throws UnreadableCaseException {
            throw new UnreadableCaseException("gone", new IOException());
        }
    }
}
