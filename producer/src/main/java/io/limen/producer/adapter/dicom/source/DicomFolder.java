package io.limen.producer.adapter.dicom.source;

import io.limen.producer.adapter.dicom.element.DicomFile;
import io.limen.producer.adapter.dicom.element.UnusableDicom;
import io.limen.producer.application.CaseSource;
import io.limen.producer.application.FolderFiles;
import io.limen.producer.application.SourceCase;
import io.limen.producer.application.StudyPseudonyms;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The DICOM images of a folder, each frame a case, in the order of studies, series and instance numbers; segmentations among
 * the files are their masks. A file that can't be read is a case that says why.
 */
final class DicomFolder implements CaseSource {

    private final List<SourceCase> cases;
    private final List<String> notes;

    private DicomFolder(List<SourceCase> cases, List<String> notes) {
        this.cases = List.copyOf(cases);
        this.notes = List.copyOf(notes);
    }

    /**
     * What is done with DICOM files.
     *
     * @param mostPixels the largest image, in pixels
     * @param pseudonyms what studies are called outside
     * @param burnedInText whether images that say that text is burned into them may pass
     */
    record Rules(long mostPixels, StudyPseudonyms pseudonyms, boolean burnedInText) {}

    /**
     * Reads the headers of files.
     *
     * @param files where they lie
     * @param names which of these
     */
    static DicomFolder open(FolderFiles files, List<String> names, Rules rules) {
        Contents contents = new Contents(files, rules);
        names.forEach(contents::add);
        return new DicomFolder(contents.cases(), contents.notes());
    }

    /** Collects what the files of a folder hold. */
    private static final class Contents {

        private final FolderFiles files;
        private final FrameReader reader;
        private final List<InstanceFile> images = new ArrayList<>();
        private final List<SourceCase> unreadable = new ArrayList<>();
        private final List<String> without = new ArrayList<>();
        private final List<String> lost = new ArrayList<>();
        private final List<String> explanations = new ArrayList<>();

        Contents(FolderFiles files, Rules rules) {
            this.files = files;
            this.reader = new FrameReader(rules, new Segmentations(rules.mostPixels()));
        }

        void add(String name) {
            try {
                DicomFile file = DicomFile.read(files.path(name));
                if (file.isOtherSegmentation()) {
                    throw new UnusableDicom("a segmentation of a kind that Limen does not read, such as a label map");
                } else if (file.pixelData().isEmpty() || file.isDirectory()) {
                    without.add(name);
                } else if (file.isSegmentation()) {
                    add(name, reader.segmentations().add(file));
                } else {
                    images.add(InstanceFile.of(name, file, reader.rules().mostPixels()));
                }
            } catch (UnusableDicom e) {
                unreadable.add(new UnreadableCase(name, e.getMessage()));
            }
        }

        private void add(String name, Segmentations.Taken taken) {
            if (taken == Segmentations.Taken.EXPLANATION) {
                explanations.add(name);
            } else if (taken == Segmentations.Taken.OF_NO_IMAGE) {
                lost.add(name);
            }
        }

        List<SourceCase> cases() {
            images.sort(Comparator.naturalOrder());
            List<SourceCase> cases = new ArrayList<>(unreadable);
            for (InstanceFile image : images) {
                for (int frame = 0; frame < image.frames(); frame++) {
                    cases.add(new DicomCase(reader, image, frame));
                }
            }
            return cases;
        }

        List<String> notes() {
            List<String> notes = new ArrayList<>();
            if (!without.isEmpty()) {
                notes.add("DICOM files without an image, left out: " + without.size());
            }
            if (!explanations.isEmpty()) {
                notes.add("Limen's own explanations, left out: " + explanations.size());
            }
            if (!lost.isEmpty()) {
                notes.add("segmentations that do not say which images they are of, left out: " + lost.size());
            }
            return notes;
        }
    }

    @Override
    public int size() {
        return cases.size();
    }

    @Override
    public SourceCase at(int index) {
        return cases.get(index);
    }

    @Override
    public List<String> notes() {
        return notes;
    }
}
