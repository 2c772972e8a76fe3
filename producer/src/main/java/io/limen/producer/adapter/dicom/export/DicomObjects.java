package io.limen.producer.adapter.dicom.export;

import io.limen.producer.adapter.dicom.element.UnusableDicom;
import io.limen.producer.application.ClinicalObjects;
import io.limen.producer.application.ExplainedImage;
import io.limen.producer.application.Reading;
import io.limen.producer.domain.explanation.Explanation;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

/** Writes an explanation as two DICOM objects: the effects, and the regions that matter. */
public final class DicomObjects implements ClinicalObjects {

    private final Path folder;
    private final long mostPixels;

    /**
     * Writes to a folder.
     *
     * @param folder an existing folder
     * @param mostPixels the largest image
     */
    public DicomObjects(Path folder, long mostPixels) {
        this.folder = Objects.requireNonNull(folder, "folder");
        this.mostPixels = mostPixels;
    }

    /** Files are named by the explanation alone. */
    @Override
    public Reading<List<Path>> write(Explanation explanation, ExplainedImage image) {
        Path effects = folder.resolve(explanation.id() + "-effects.dcm");
        Path regions = folder.resolve(explanation.id() + "-regions.dcm");
        try {
            Original original = Original.read(image, mostPixels);
            new EffectMap(original, explanation).write(effects);
            new SignificantRegions(original, explanation).write(regions);
            return new Reading.Readable<>(List.of(effects, regions));
        } catch (UnusableDicom e) {
            return new Reading.Unreadable<>(e.getMessage());
        } catch (IOException e) {
            return new Reading.Unreadable<>("can't write to " + folder);
        }
    }
}
