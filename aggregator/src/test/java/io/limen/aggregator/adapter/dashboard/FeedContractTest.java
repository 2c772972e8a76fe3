package io.limen.aggregator.adapter.dashboard;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** The promise to other systems, as far as schemas and what was told at their time can hold it. */
class FeedContractTest {

    private static final Path FOLDER = FeedContract.FOLDER;

    @Test
    void whatWasToldInAnOlderVersionIsStillRightInEachNewerOne() throws IOException {
        List<FeedContract> released = FeedContract.released();
        assertFalse(released.isEmpty());
        for (FeedContract told : released) {
            TreeSet<String> kinds = new TreeSet<>();
            Path samples = FOLDER.resolve("samples-1." + told.version());
            try (DirectoryStream<Path> files = Files.newDirectoryStream(samples, "*.json")) {
                for (Path sample : files) {
                    String kind = sample.getFileName().toString().replace(".json", "");
                    kinds.add(kind);
                    assertEquals(List.of(), told.wrongOrUnknown(kind, Files.readString(sample)), sample.toString());
                    for (FeedContract newer : released.subList(released.indexOf(told), released.size())) {
                        assertEquals(List.of(), newer.wrong(kind, Files.readString(sample)), sample.toString());
                    }
                }
            }
            assertFalse(kinds.isEmpty(), "version 1." + told.version() + " has samples");
        }
    }

    @Test
    void aFieldThatIsGoneOrHasAnotherTypeIsFound() throws IOException {
        String told = Files.readString(FOLDER.resolve("samples-1.0/explanation.json"));
        FeedContract contract = FeedContract.newest();

        assertEquals(
                1,
                contract.wrong("explanation", told.replace("\"caseId\"", "\"case\""))
                        .size());
        assertEquals(
                1,
                contract.wrong("explanation", told.replace("\"budgetExhausted\": false", "\"budgetExhausted\": 0"))
                        .size());
        assertEquals(
                1,
                contract.wrong(
                                "explanation",
                                told.replaceFirst("\"segmentedAt\": \"[^\"]*\"", "\"segmentedAt\": \"now\""))
                        .size());
    }

    @Test
    void aFieldThatNobodyDescribedIsFoundAndDoesNotDisturbReaders() throws IOException {
        String told = Files.readString(FOLDER.resolve("samples-1.0/explanation.json"));
        String more = told.replaceFirst("\\{", "{\"novel\": 1, ");

        assertEquals(List.of(), FeedContract.newest().wrong("explanation", more));
        assertEquals(
                1, FeedContract.newest().wrongOrUnknown("explanation", more).size());
    }
}
