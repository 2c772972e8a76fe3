package io.limen.producer.adapter.dataset;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.limen.producer.application.FolderFiles;
import io.limen.producer.domain.pairing.DataSetDescription;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * {@code dataset.json} beside the folders of nnU-Net.
 *
 * @param description what it says; empty where there is none, or none that can be used
 * @param fault one line: why what is there can't be used
 */
public record DescriptionFile(Optional<DataSetDescription> description, Optional<String> fault) {

    private static final String NAME = "dataset.json";

    /** The longest in use list some ten thousand cases in a megabyte. */
    private static final long MOST_BYTES = 16L * 1024 * 1024;

    /** Six for each case of a list. */
    private static final long MOST_TOKENS = 1_000_000;

    private static final ObjectMapper JSON = new ObjectMapper(JsonFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(16)
                    .maxNumberLength(32)
                    .maxNameLength(1024)
                    .maxStringLength(64 * 1024)
                    .maxDocumentLength(MOST_BYTES)
                    .maxTokenCount(MOST_TOKENS)
                    .build())
            .build());

    /** The file that a description was read from. */
    static String name(DataSetDescription description) {
        return description.folder() + NAME;
    }

    /** The one of a folder's. */
    public static DescriptionFile in(FolderFiles files) {
        List<String> found = files.names().stream()
                .filter(name -> name.equals(NAME) || name.endsWith("/" + NAME))
                .filter(name -> describesFolders(name, files))
                .toList();
        if (found.size() > 1) {
            return unusable("there are " + found.size() + ", of several data sets: " + found.get(0) + ", "
                    + found.get(1) + (found.size() > 2 ? "..." : ""));
        }
        return found.stream()
                .findFirst()
                .map(name -> read(files.path(name), folder(name)))
                .orElseGet(() -> new DescriptionFile(Optional.empty(), Optional.empty()));
    }

    /** Others call files so, too. */
    private static boolean describesFolders(String name, FolderFiles files) {
        return files.names().stream()
                .anyMatch(other ->
                        other.startsWith(folder(name) + "imagesTr/") || other.startsWith(folder(name) + "imagesTs/"));
    }

    private static String folder(String name) {
        return name.substring(0, name.length() - NAME.length());
    }

    private static DescriptionFile read(Path file, String folder) {
        try {
            if (Files.size(file) > MOST_BYTES) {
                return unusable("over " + MOST_BYTES / (1024 * 1024) + " MiB");
            }
            JsonNode root = JSON.readTree(file.toFile());
            return root == null || !root.isObject()
                    ? unusable("no JSON object")
                    : new DescriptionFile(
                            Optional.of(new DescriptionMapper(root, folder).description()), Optional.empty());
        } catch (JsonProcessingException e) {
            // its message quotes the file
            return unusable("damaged JSON, or more of it than a data set needs");
        } catch (IOException e) {
            return unusable("can't be read");
        } catch (UnusableDescription e) {
            return unusable(e.getMessage());
        }
    }

    private static DescriptionFile unusable(String why) {
        return new DescriptionFile(Optional.empty(), Optional.of(NAME + ": " + why));
    }
}
