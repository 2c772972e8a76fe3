package io.limen.explainer.adapter.djl.archive;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * Copies a TorchScript file and gives its root module a second way in, by which the output of every submodule can be read and
 * replaced. {@code forward} and everything that it calls stay what they were: for each method a twin stands beside it that calls the
 * twins of its submodules.
 */
public final class InstrumentedArchive {

    /** The added method of the root: (input, steps: int64 [components + 1], values: list of tensors) to (number of taps, taps, output). */
    public static final String METHOD = TwinText.ROOT;

    /**
     * Raised whenever a copy of the same file would become another, or its components get other names or numbers: copies are kept by
     * it. A test tells when that is.
     */
    public static final int VERSION = 1;

    private final Map<String, CodeFile> files = new HashMap<>();
    private final Map<String, ModuleClass> classes = new HashMap<>();

    /**
     * A file of the archive's code.
     *
     * @param lines of its text
     * @param classes of modules, in their order
     */
    private record CodeFile(List<String> lines, List<ModuleClass> classes) {}

    private InstrumentedArchive() {}

    /**
     * Writes the copy.
     *
     * @param model a TorchScript file whose structure was checked
     * @return the components; their position is their number
     * @throws UnreadableCodeException when there are none, or the code is not as libtorch writes it; nothing is written then
     */
    public static List<ComponentSite> write(Path model, OutputStream copy) throws IOException, UnreadableCodeException {
        try (ZipFile archive = new ZipFile(model.toFile())) {
            return new InstrumentedArchive().write(archive, copy);
        }
    }

    /**
     * The components of a copy that was written here.
     *
     * @throws IOException when it is none
     */
    public static List<ComponentSite> sites(Path copy) throws IOException {
        try (ZipFile archive = new ZipFile(copy.toFile())) {
            return SitesEntry.read(archive);
        }
    }

    private List<ComponentSite> write(ZipFile archive, OutputStream copy) throws IOException, UnreadableCodeException {
        ArchiveCode code = ArchiveCode.of(archive);
        for (Map.Entry<String, String> text : code.texts().entrySet()) {
            read(code.module(text.getKey()), text.getKey(), text.getValue());
        }
        ModuleClass root = classes.get(code.root().qualified());
        ModuleMethod forward = root == null ? null : root.methods().get("forward");
        if (forward == null || forward.parameters().isEmpty()) {
            throw new UnreadableCodeException("the text of its root module was not found");
        }
        if (root.attributes().values().stream().noneMatch(classes::containsKey)) {
            throw new UnreadableCodeException("it has no submodules: a frozen model, or one of a single piece");
        }
        NumberedSites numbers = new NumberedSites(classes);
        List<ComponentSite> sites = ComponentSites.of(numbers, root, forward);
        if (sites.isEmpty()) {
            throw new UnreadableCodeException("none of its submodules is called outside of loops and returns a tensor");
        }
        Map<String, StringBuilder> added = TwinText.of(numbers, root, forward);
        write(archive, code.folder(), added, sites, copy);
        return sites;
    }

    private void read(String module, String entry, String text) throws UnreadableCodeException {
        if (text.contains(MethodTwin.PREFIX)) {
            throw new UnreadableCodeException("its code has names that begin with " + MethodTwin.PREFIX);
        }
        List<String> lines = text.lines().toList();
        List<ModuleClass> found = ModuleClass.in(module, lines);
        files.put(entry, new CodeFile(lines, found));
        for (ModuleClass one : found) {
            if (classes.put(one.qualified(), one) != null) {
                throw new UnreadableCodeException("its code has a class twice");
            }
        }
    }

    private void write(
            ZipFile archive,
            String folder,
            Map<String, StringBuilder> added,
            List<ComponentSite> sites,
            OutputStream copy)
            throws IOException {
        try (AlignedZip zip = new AlignedZip(copy)) {
            for (ZipEntry entry : Collections.list(archive.entries())) {
                CodeFile file = files.get(entry.getName());
                if (file != null) {
                    zip.add(entry.getName(), extended(file, added).getBytes(StandardCharsets.UTF_8));
                } else if (!entry.isDirectory() && !entry.getName().endsWith(ArchiveCode.POSITIONS)) {
                    try (InputStream content = archive.getInputStream(entry)) {
                        zip.add(entry, content);
                    }
                }
            }
            zip.add(
                    folder + MethodTwin.LIBRARY.replace('.', '/') + ".py",
                    TwinSteps.library().getBytes(StandardCharsets.UTF_8));
            zip.add(
                    folder.substring(0, folder.length() - ArchiveCode.CODE.length()) + SitesEntry.NAME,
                    SitesEntry.text(sites));
        }
    }

    private static String extended(CodeFile file, Map<String, StringBuilder> added) {
        List<String> lines = new ArrayList<>(file.lines());
        List<ModuleClass> backwards = new ArrayList<>(file.classes());
        Collections.reverse(backwards);
        for (ModuleClass one : backwards) {
            StringBuilder text = added.get(one.qualified());
            if (text != null) {
                lines.add(one.end(), text.toString().stripTrailing());
            }
        }
        return String.join("\n", lines) + "\n";
    }
}
