package io.limen.explainer.adapter.djl.archive;

import io.limen.explainer.application.ModelRejectedException;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.zip.ZipEntry;

/** What an archive says it holds, held against what a model may hold; nothing is unpacked for it. */
final class ArchiveContents {

    private final String name;
    private final long fileBytes;
    private final Set<String> names = new HashSet<>();
    private long packed;
    private long inflated;
    private long code;
    private boolean hasCode;
    private boolean hasWeights;

    /**
     * @param name of the file, for messages
     * @param fileBytes its size
     */
    ArchiveContents(String name, long fileBytes) {
        this.name = name;
        this.fileBytes = fileBytes;
    }

    /** @throws ModelRejectedException one line about the first entry that goes too far */
    void declare(ZipEntry entry) throws ModelRejectedException {
        String path = entry.getName();
        require(names.size() < ArchiveLimits.MOST_ENTRIES, "holds more than %,d files", ArchiveLimits.MOST_ENTRIES);
        require(isPlain(path), "holds a file with a path that leads elsewhere");
        require(names.add(path), "holds %s twice", path);
        require(entry.getSize() >= 0 && entry.getCompressedSize() >= 0, "does not say how large %s is", path);
        packed += entry.getCompressedSize();
        require(packed <= fileBytes, "holds files that lie over one another");
        if (entry.getMethod() != ZipEntry.STORED) {
            inflated = Math.addExact(inflated, Math.min(entry.getSize(), Integer.MAX_VALUE));
            require(
                    inflated <= ArchiveLimits.MOST_INFLATED,
                    "unpacks to more than %,d bytes",
                    ArchiveLimits.MOST_INFLATED);
        }
        declareText(path, entry.getSize());
    }

    private void declareText(String path, long size) throws ModelRejectedException {
        boolean isText = path.contains("/code/") && path.endsWith(".py");
        hasCode |= path.contains("/code/");
        hasWeights |= path.endsWith("/data.pkl");
        code += isText ? Math.min(size, Integer.MAX_VALUE) : 0;
        require(code <= ArchiveLimits.MOST_CODE, "holds more than %,d bytes of code", ArchiveLimits.MOST_CODE);
        require(
                size <= ArchiveLimits.MOST_PICKLE || !path.endsWith("pkl"),
                "holds a pickle of more than %,d bytes",
                ArchiveLimits.MOST_PICKLE);
    }

    /** @throws ModelRejectedException when what was declared is no model */
    void requireCode() throws ModelRejectedException {
        if (!hasCode) {
            throw new ModelRejectedException(
                    hasWeights
                            ? name + " holds weights without code (torch.save): export the model with"
                                    + " torch.jit.script(model).save(file)"
                            : name + " is a zip archive, but no TorchScript file");
        }
    }

    /** Folders and files by their names, one after the other; nothing that a shell or a file system reads otherwise. */
    private static boolean isPlain(String path) {
        if (path.isEmpty() || path.startsWith("/") || path.length() > 1024) {
            return false;
        }
        for (int i = 0; i < path.length(); i++) {
            if (path.charAt(i) < ' ' || path.charAt(i) == '\\' || path.charAt(i) == ':') {
                return false;
            }
        }
        for (String part : path.split("/")) {
            if (part.isEmpty() || part.equals(".") || part.equals("..")) {
                return false;
            }
        }
        return true;
    }

    private void require(boolean holds, String otherwise, Object... details) throws ModelRejectedException {
        if (!holds) {
            throw new ModelRejectedException(name + " " + String.format(Locale.ROOT, otherwise, details));
        }
    }
}
