package io.limen.producer.adapter.dicom.source;

import io.limen.producer.adapter.dicom.element.Attribute;
import io.limen.producer.adapter.dicom.element.DataSet;
import io.limen.producer.adapter.dicom.element.DicomFile;
import io.limen.producer.adapter.dicom.element.UnusableDicom;
import io.limen.producer.adapter.dicom.pixel.FunctionalGroups;
import io.limen.producer.adapter.dicom.pixel.PixelDescription;
import io.limen.producer.adapter.dicom.source.Segmentations.Author;
import io.limen.producer.adapter.dicom.source.Segmentations.Target;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Reads a segmentation (PS3.3, A.51): which segment lies on which image, and who drew it. */
final class SegmentationObject {

    /** The scheme of the codes of Limen's own explanations. */
    private static final String OWN_CODES = "99LIMEN";

    private final DicomFile file;
    private final DataSet header;
    private final Map<Integer, Author> authors = new HashMap<>();

    SegmentationObject(DicomFile file) {
        this.file = file;
        this.header = file.header();
        for (DataSet segment : header.items(Attribute.SEGMENT_SEQUENCE)) {
            authors.put(segment.unsigned(Attribute.SEGMENT_NUMBER).orElse(0), author(segment));
        }
    }

    /**
     * A plane and what it lies on.
     *
     * @param author who drew it
     * @param target the frame of an image
     * @param plane the plane
     */
    record Drawn(Author author, Target target, SegmentPlane plane) {}

    /** Whether it is an explanation that Limen itself has written, and no model's mask. */
    boolean isExplanation() {
        return header.items(Attribute.SEGMENT_SEQUENCE).stream()
                .flatMap(segment -> segment.items(Attribute.SEGMENTED_PROPERTY_TYPE_CODE_SEQUENCE).stream())
                .anyMatch(type -> type.text(Attribute.CODING_SCHEME_DESIGNATOR)
                        .filter(OWN_CODES::equals)
                        .isPresent());
    }

    Set<Author> authors() {
        return Set.copyOf(authors.values());
    }

    String series() {
        return header.text(Attribute.SERIES_INSTANCE_UID).orElse("");
    }

    /** The images that it says it is of, whether it draws on them or not. */
    Set<String> images() {
        Set<String> images = header.items(Attribute.REFERENCED_SERIES_SEQUENCE).stream()
                .flatMap(series -> series.items(Attribute.REFERENCED_INSTANCE_SEQUENCE).stream())
                .flatMap(instance -> instance.text(Attribute.REFERENCED_SOP_INSTANCE_UID).stream())
                .collect(Collectors.toCollection(HashSet::new));
        for (int frame = 0; frame < frames(); frame++) {
            sources(frame)
                    .forEach(source ->
                            source.text(Attribute.REFERENCED_SOP_INSTANCE_UID).ifPresent(images::add));
        }
        return images;
    }

    /** All of its planes; none at all where one is not as it should be. */
    List<Drawn> planes(long mostPixels) throws UnusableDicom {
        PixelDescription description = PixelDescription.of(header, mostPixels);
        if (frames() > description.frames()) {
            throw new UnusableDicom("a segmentation of " + description.frames() + " frames that describes " + frames());
        }
        int largest = header.unsigned(Attribute.MAXIMUM_FRACTIONAL_VALUE).orElse(1);
        SegmentPlane.Content content = new SegmentPlane.Content(file.withoutHeader(), description, largest, series());
        List<Drawn> planes = new ArrayList<>();
        for (int frame = 0; frame < frames(); frame++) {
            addTo(planes, new SegmentPlane(content, frame, Plane.of(header, frame)));
        }
        return planes;
    }

    private void addTo(List<Drawn> planes, SegmentPlane plane) throws UnusableDicom {
        Author author = Optional.ofNullable(authors.get(segment(plane.frame())))
                .orElseThrow(
                        () -> new UnusableDicom("a segmentation with a frame of a segment that it does not describe"));
        List<DataSet> sources = sources(plane.frame());
        if (sources.size() > 1) {
            throw new UnusableDicom("a segmentation with a frame that names several images");
        }
        for (DataSet source : sources) {
            Optional<String> preserved = source.text(Attribute.SPATIAL_LOCATIONS_PRESERVED);
            if (preserved.isPresent() && !preserved.get().equals("YES")) {
                throw new UnusableDicom("a segmentation whose pixels do not lie on the image's");
            }
            String image = source.text(Attribute.REFERENCED_SOP_INSTANCE_UID).orElse("");
            int[] frames = source.integers(Attribute.REFERENCED_FRAME_NUMBER);
            for (int number : frames.length == 0 ? new int[] {Target.EVERY_FRAME + 1} : frames) {
                planes.add(new Drawn(author, new Target(image, number - 1), plane));
            }
        }
    }

    private int frames() {
        return header.items(Attribute.PER_FRAME_FUNCTIONAL_GROUPS_SEQUENCE).size();
    }

    private int segment(int frame) {
        return new FunctionalGroups(header, frame)
                .holding(Attribute.SEGMENT_IDENTIFICATION_SEQUENCE)
                .unsigned(Attribute.REFERENCED_SEGMENT_NUMBER)
                .orElse(0);
    }

    private List<DataSet> sources(int frame) {
        return new FunctionalGroups(header, frame)
                .holding(Attribute.DERIVATION_IMAGE_SEQUENCE)
                .items(Attribute.SOURCE_IMAGE_SEQUENCE);
    }

    /** By its algorithm type (PS3.3, C.8.20.4). */
    private static Author author(DataSet segment) {
        boolean automatic = segment.text(Attribute.SEGMENT_ALGORITHM_TYPE)
                .filter("AUTOMATIC"::equals)
                .isPresent();
        return automatic ? Author.MODEL : Author.HUMAN;
    }
}
