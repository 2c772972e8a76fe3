package io.limen.producer.adapter.dicom.source;

import io.limen.producer.adapter.dicom.element.DicomFile;
import io.limen.producer.application.CaseFinder;
import io.limen.producer.application.FolderFiles;
import io.limen.producer.application.FoundCases;
import io.limen.producer.application.StudyPseudonyms;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Recognises DICOM files, by how they begin or by their name. */
public final class DicomFinder implements CaseFinder {

    static final String KIND = "dicom";

    private final DicomFolder.Rules rules;

    /**
     * A finder by rules.
     *
     * @param mostPixels the largest image, in pixels
     * @param pseudonyms what studies are called outside
     * @param burnedInText whether images pass that say that text is burned into them
     */
    public DicomFinder(long mostPixels, StudyPseudonyms pseudonyms, boolean burnedInText) {
        this.rules = new DicomFolder.Rules(mostPixels, pseudonyms, burnedInText);
    }

    @Override
    public String understands() {
        return "DICOM images with segmentations (DICOM SEG)";
    }

    @Override
    public Optional<FoundCases> find(FolderFiles files) {
        List<String> names =
                files.names().stream().filter(name -> recognises(files, name)).toList();
        return names.isEmpty()
                ? Optional.empty()
                : Optional.of(new FoundCases(DicomFolder.open(files, names, rules), Set.copyOf(names)));
    }

    private static boolean recognises(FolderFiles files, String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return lower.endsWith(".dcm") || lower.endsWith(".dicom") || DicomFile.hasPrefix(files.path(name));
    }
}
