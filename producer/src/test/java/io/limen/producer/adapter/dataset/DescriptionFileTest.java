package io.limen.producer.adapter.dataset;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.limen.producer.application.FolderFiles;
import io.limen.producer.domain.pairing.DataSetDescription;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DescriptionFileTest {

    @TempDir
    private Path folder;

    @Test
    void theSecondVersionGivesClassesTheirValues() throws IOException {
        DataSetDescription says = described("""
                {"channel_names": {"1": "ADC", "0": "T2"}, "numTraining": 2, "file_ending": ".nii.gz",
                 "labels": {"background": 0, "whole tumour": [1, 2, 3], "core": [2, 3], "ignore": 4},
                 "dataset": {"a": {"images": ["imagesTr/x.nii.gz", "imagesTr/y.nii.gz"], "label": "./labelsTr/x.nii.gz"}}}
                """);

        assertEquals(Optional.of(".nii.gz"), says.fileEnding());
        assertEquals(List.of("T2", "ADC"), says.channels());
        assertEquals(Map.of("whole tumour", Set.of(1, 2, 3), "core", Set.of(2, 3)), says.classes());
        assertEquals(Set.of(4), says.unlabelled());
        assertEquals(Set.of(1, 2, 3), says.values());
        assertEquals(Optional.of(Set.of(2, 3)), says.valuesOf("Core"));
        assertEquals(Map.of("imagesTr/x.nii.gz", Optional.of("labelsTr/x.nii.gz")), says.masks());
    }

    @Test
    void theFirstVersionNamesClassesByTheirValueAndListsItsCases() throws IOException {
        DataSetDescription says = described("""
                {"name": "Liver", "modality": {"0": "CT"}, "labels": {"0": "background", "1": "liver", "2": "cancer"},
                 "training": [{"image": "./imagesTr/liver_1.nii.gz", "label": "./labelsTr/liver_1.nii.gz"}],
                 "test": ["./imagesTs/liver_2.nii.gz"]}
                """);

        assertEquals(List.of("CT"), says.channels());
        assertEquals(Map.of("liver", Set.of(1), "cancer", Set.of(2)), says.classes());
        assertEquals(
                Map.of(
                        "imagesTr/liver_1.nii.gz", Optional.of("labelsTr/liver_1.nii.gz"),
                        "imagesTs/liver_2.nii.gz", Optional.empty()),
                says.masks());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "{",
                "{\"labels\": {\"a\": 1, \"a\": 2}}",
                "{\"labels\": {\"a\": -1}}",
                "{\"labels\": {\"a\": 1.5}}",
                "{\"labels\": {\"a\": 1e99999999}}",
                "{\"labels\": {\"a\": {\"b\": 1}}}",
                "{\"labels\": {\"x\": \"a\"}}",
                "{\"labels\": {\"1\": \"a\", \"2\": \"a\"}}",
                "{\"labels\": [1, 2]}",
                "{\"file_ending\": 7}",
                "{\"channel_names\": {\"0\": [\"T2\"]}}",
                "{\"training\": [{\"label\": \"a\"}]}",
                "{\"training\": [{\"image\": \"a\", \"label\": \"b\"}, {\"image\": \"./a\", \"label\": \"c\"}]}"
            })
    void whatCantBeUsedIsOneLineAndNoDescription(String json) throws IOException {
        write(json);

        DescriptionFile file = DescriptionFile.in(files("imagesTr/a_0000.png"));

        assertEquals(Optional.empty(), file.description());
        assertTrue(file.fault().orElseThrow().startsWith("dataset.json: "), file::toString);
    }

    @Test
    void whatWouldFillTheMemoryIsNotRead() throws IOException {
        String deep = "[".repeat(1000) + "]".repeat(1000);
        String wide = IntStream.range(0, 600_000).mapToObj(i -> "[]").collect(Collectors.joining(","));
        for (String json : List.of(
                "{\"labels\": " + deep + "}",
                "{\"labels\": [" + wide + "]}",
                "{\"name\": \"" + "a".repeat(100_000) + "\"}",
                "{\"name\": \"\"" + " ".repeat(17 * 1024 * 1024) + "}")) {
            write(json);

            assertTrue(DescriptionFile.in(files("imagesTr/a_0000.png")).fault().isPresent(), json.substring(0, 20));
        }
    }

    @Test
    void anotherFileOfTheNameIsNoConcernOfOurs() throws IOException {
        write("{}");

        assertEquals(
                new DescriptionFile(Optional.empty(), Optional.empty()), DescriptionFile.in(files("images/a.png")));
    }

    @Test
    void ofSeveralDataSetsNoneDescribesAll() throws IOException {
        FolderFiles files = new FolderFiles(
                folder, List.of("a/dataset.json", "a/imagesTr/x_0000.png", "b/dataset.json", "b/imagesTs/x_0000.png"));

        assertEquals(
                Optional.of("dataset.json: there are 2, of several data sets: a/dataset.json, b/dataset.json"),
                DescriptionFile.in(files).fault());
    }

    private DataSetDescription described(String json) throws IOException {
        write(json);
        DescriptionFile file = DescriptionFile.in(files("imagesTr/a_0000.png"));
        assertEquals(Optional.empty(), file.fault());
        return file.description().orElseThrow();
    }

    private void write(String json) throws IOException {
        Files.writeString(folder.resolve("dataset.json"), json);
    }

    private FolderFiles files(String image) {
        return new FolderFiles(folder, List.of("dataset.json", image));
    }
}
