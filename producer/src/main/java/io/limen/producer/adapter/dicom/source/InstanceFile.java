package io.limen.producer.adapter.dicom.source;

import io.limen.producer.adapter.dicom.element.Attribute;
import io.limen.producer.adapter.dicom.element.DataSet;
import io.limen.producer.adapter.dicom.element.DicomFile;
import io.limen.producer.adapter.dicom.element.UnusableDicom;
import io.limen.producer.adapter.dicom.pixel.PixelDescription;
import java.nio.file.Path;
import java.util.Comparator;

/**
 * What is remembered of a file until its turn comes.
 *
 * @param name what the user knows it by
 * @param path where it lies
 * @param instance its SOP instance UID
 * @param study its study instance UID, empty where it has none
 * @param series its series instance UID
 * @param number its place in the series
 * @param frames its images
 * @param freeOfText whether it says that no text is burned in
 */
record InstanceFile(
        String name,
        Path path,
        String instance,
        String study,
        String series,
        int number,
        int frames,
        boolean freeOfText)
        implements Comparable<InstanceFile> {

    private static final Comparator<InstanceFile> ORDER = Comparator.comparing(InstanceFile::study)
            .thenComparing(InstanceFile::series)
            .thenComparingInt(InstanceFile::number)
            .thenComparing(InstanceFile::name);

    static InstanceFile of(String name, DicomFile file, long mostPixels) throws UnusableDicom {
        DataSet header = file.header();
        return new InstanceFile(
                name,
                file.path(),
                header.text(Attribute.SOP_INSTANCE_UID).orElse(""),
                header.text(Attribute.STUDY_INSTANCE_UID).orElse(""),
                header.text(Attribute.SERIES_INSTANCE_UID).orElse(""),
                number(header),
                PixelDescription.of(header, mostPixels).frames(),
                header.text(Attribute.BURNED_IN_ANNOTATION).filter("NO"::equals).isPresent());
    }

    /** A number that is none puts the file first; it is no reason to refuse an image. */
    private static int number(DataSet header) {
        try {
            return header.integer(Attribute.INSTANCE_NUMBER).orElse(0);
        } catch (UnusableDicom e) {
            return 0;
        }
    }

    @Override
    public int compareTo(InstanceFile other) {
        return ORDER.compare(this, other);
    }
}
