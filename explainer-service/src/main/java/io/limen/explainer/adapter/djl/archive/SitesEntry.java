package io.limen.explainer.adapter.djl.archive;

import io.limen.explainer.domain.component.ComponentType;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * The components of an instrumented copy, written into it where libtorch does not look: a line each, in the order of their numbers, its
 * fields divided by tabs. Who has the copy need not read the code again.
 */
final class SitesEntry {

    /** Its name, below the archive's folder. */
    static final String NAME = "limen_components.txt";

    private static final String SKIP = "skip";
    private static final String SUBMODULE = "submodule";
    private static final int FIELDS = 6;

    private SitesEntry() {}

    /** The lines. */
    static byte[] text(List<ComponentSite> sites) {
        return sites.stream()
                .map(site -> String.join(
                        "\t",
                        site.path(),
                        String.valueOf(site.occurrence()),
                        site.isSkip() ? SKIP : SUBMODULE,
                        site.type().label(),
                        String.valueOf(site.source()),
                        String.valueOf(site.parent())))
                .collect(Collectors.joining("\n"))
                .getBytes(StandardCharsets.UTF_8);
    }

    /** @throws IOException when the archive has no such entry, or it holds something else */
    static List<ComponentSite> read(ZipFile copy) throws IOException {
        ZipEntry entry = Collections.list(copy.entries()).stream()
                .filter(one -> one.getName().endsWith("/" + NAME))
                .findFirst()
                .orElseThrow(() -> new IOException("no " + NAME));
        try (InputStream in = copy.getInputStream(entry)) {
            List<ComponentSite> sites = new ArrayList<>();
            for (String line : new String(in.readAllBytes(), StandardCharsets.UTF_8).split("\n")) {
                sites.add(site(line.split("\t", -1)));
            }
            return sites;
        } catch (IllegalArgumentException e) {
            throw new IOException("not as it was written: " + NAME, e);
        }
    }

    private static ComponentSite site(String[] fields) {
        if (fields.length != FIELDS) {
            throw new IllegalArgumentException("fields: " + fields.length);
        }
        ComponentType type = fields[2].equals(SKIP) ? ComponentType.SKIP : new ComponentType.Submodule(fields[3]);
        return new ComponentSite(
                fields[0], Integer.parseInt(fields[1]), type, Integer.parseInt(fields[4]), Integer.parseInt(fields[5]));
    }
}
