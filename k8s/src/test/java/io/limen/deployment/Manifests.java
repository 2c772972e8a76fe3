package io.limen.deployment;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The YAML of this module, as it lies here and as kustomize puts it together. */
final class Manifests {

    /** The module. */
    static final Path HOME = Path.of("").toAbsolutePath();

    /** What can be applied; base is part of each. */
    static final List<String> APPLIED = List.of("overlays/local", "overlays/production", "overlays/gpu", "monitoring");

    /** Not for a cluster: read by tests, promtool and a Grafana without one. */
    private static final List<String> NO_RESOURCES =
            List.of("monitoring/metrics.yaml", "monitoring/rules-test.yaml", "monitoring/grafana/provisioning.yaml");

    private static final YAMLMapper YAML = new YAMLMapper();

    private Manifests() {}

    /** Files that hold resources or patches of resources, not those of kustomize itself. */
    static List<Path> files() throws IOException {
        try (Stream<Path> all = Files.walk(HOME)) {
            return all.filter(path -> path.toString().endsWith(".yaml"))
                    .filter(path -> !path.startsWith(HOME.resolve("target")))
                    .filter(path -> !path.endsWith("kustomization.yaml"))
                    .filter(path -> !NO_RESOURCES.contains(HOME.relativize(path).toString()))
                    .sorted()
                    .toList();
        }
    }

    /** The documents of all files of a folder. */
    static List<JsonNode> in(String folder) throws IOException {
        List<JsonNode> documents = new ArrayList<>();
        for (Path file : files()) {
            if (file.startsWith(HOME.resolve(folder))) {
                documents.addAll(read(file));
            }
        }
        return documents;
    }

    /** The documents of a file. */
    static List<JsonNode> read(Path file) throws IOException {
        return documents(Files.readString(file));
    }

    static List<JsonNode> documents(String yaml) throws IOException {
        try (MappingIterator<JsonNode> documents =
                YAML.readerFor(JsonNode.class).readValues(yaml)) {
            return documents.readAll();
        }
    }

    /** Whether there is a kubectl whose kustomize knows components: the fourth and newer. */
    static boolean kubectlIsThere() throws IOException, InterruptedException {
        boolean installed = Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
                .anyMatch(place -> Files.isExecutable(Path.of(place, "kubectl")));
        if (!installed) {
            return false;
        }
        String version = told("version", "--client", "-o", "json");
        return Pattern.compile("\"kustomizeVersion\": *\"v([4-9]|\\d\\d)\\.")
                .matcher(version)
                .find();
    }

    /** What kubectl would apply of a folder. */
    static List<JsonNode> kustomize(Path folder) throws IOException, InterruptedException {
        return documents(told("kustomize", folder.toString()));
    }

    private static String told(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("kubectl"));
        command.addAll(List.of(arguments));
        Path out = Files.createTempFile("kubectl", ".out");
        Path complaints = Files.createTempFile("kubectl", ".log");
        try {
            Process process = new ProcessBuilder(command)
                    .redirectOutput(out.toFile())
                    .redirectError(complaints.toFile())
                    .start();
            if (!process.waitFor(1, TimeUnit.MINUTES) || process.exitValue() != 0) {
                throw new AssertionError(command + ": " + Files.readString(complaints));
            }
            return Files.readString(out);
        } finally {
            Files.delete(out);
            Files.delete(complaints);
        }
    }
}
