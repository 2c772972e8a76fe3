package io.limen.aggregator.adapter.dashboard;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A module that imports another is read before the other is asked for: named in the page, all are asked for at once. */
class PreloadedModulesTest {

    private static final Path RESOURCES = Path.of("src/main/resources/META-INF/resources");
    private static final Pattern PRELOADED = Pattern.compile("<link rel=\"modulepreload\" href=\"/([^\"]+)\">");

    @Test
    void everyModuleButTheFirstIsNamedInThePage() throws IOException {
        Set<String> preloaded = PRELOADED
                .matcher(Files.readString(RESOURCES.resolve("index.html")))
                .results()
                .map((MatchResult found) -> found.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
        Set<String> modules;
        try (Stream<Path> files = Files.walk(RESOURCES.resolve("dashboard"))) {
            modules = files.filter(file -> file.toString().endsWith(".js"))
                    .map(file -> RESOURCES.relativize(file).toString())
                    .filter(module -> !module.equals("dashboard/app.js"))
                    .collect(Collectors.toCollection(TreeSet::new));
        }
        assertEquals(modules, preloaded);
    }
}
