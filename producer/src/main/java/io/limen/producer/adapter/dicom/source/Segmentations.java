package io.limen.producer.adapter.dicom.source;

import io.limen.producer.adapter.dicom.element.Attribute;
import io.limen.producer.adapter.dicom.element.DataSet;
import io.limen.producer.adapter.dicom.element.DicomFile;
import io.limen.producer.adapter.dicom.element.UnusableDicom;
import io.limen.producer.adapter.dicom.pixel.FunctionalGroups;
import io.limen.producer.domain.image.Mask;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;

/** The segmentations of a folder (PS3.3, A.51), by the images that they are of. Built by one thread, then read only. */
final class Segmentations {

    /** A plane that names an image and none of its frames is of all of them. */
    private static final int EVERY_FRAME = -1;

    private final long mostPixels;
    private final Map<Author, Map<Target, List<SegmentPlane>>> planes = new HashMap<>();
    private final Map<Author, Set<String>> images = new HashMap<>();

    Segmentations(long mostPixels) {
        this.mostPixels = mostPixels;
    }

    /** Who drew a segment, by its algorithm type (PS3.3, C.8.20.4). */
    enum Author {
        /** A program alone. */
        MODEL,
        /** A human, with or without a program's help. */
        HUMAN
    }

    /** A frame of an image. */
    private record Target(String image, int frame) {}

    /** Adds a segmentation; false: it does not say which images it is of. */
    boolean add(DicomFile file) throws UnusableDicom {
        DataSet header = file.header();
        Map<Integer, Author> authors = new HashMap<>();
        for (DataSet segment : header.items(Attribute.SEGMENT_SEQUENCE)) {
            authors.put(segment.unsigned(Attribute.SEGMENT_NUMBER).orElse(0), author(segment));
        }
        boolean used = false;
        int frames =
                header.items(Attribute.PER_FRAME_FUNCTIONAL_GROUPS_SEQUENCE).size();
        for (int frame = 0; frame < frames; frame++) {
            used |= addFrame(file, frame, authors);
        }
        Set<String> referenced = header.items(Attribute.REFERENCED_SERIES_SEQUENCE).stream()
                .flatMap(series -> series.items(Attribute.REFERENCED_INSTANCE_SEQUENCE).stream())
                .flatMap(instance -> instance.text(Attribute.REFERENCED_SOP_INSTANCE_UID).stream())
                .collect(Collectors.toSet());
        new HashSet<>(authors.values())
                .forEach(author ->
                        images.computeIfAbsent(author, key -> new HashSet<>()).addAll(referenced));
        return used || !referenced.isEmpty();
    }

    private static Author author(DataSet segment) {
        return segment.text(Attribute.SEGMENT_ALGORITHM_TYPE)
                        .filter("AUTOMATIC"::equals)
                        .isPresent()
                ? Author.MODEL
                : Author.HUMAN;
    }

    private boolean addFrame(DicomFile file, int frame, Map<Integer, Author> authors) throws UnusableDicom {
        FunctionalGroups groups = new FunctionalGroups(file.header(), frame);
        int segment = groups.holding(Attribute.SEGMENT_IDENTIFICATION_SEQUENCE)
                .unsigned(Attribute.REFERENCED_SEGMENT_NUMBER)
                .orElse(0);
        Author author = Optional.ofNullable(authors.get(segment))
                .orElseThrow(() -> new UnusableDicom("a frame of a segment that it does not describe"));
        SegmentPlane plane = new SegmentPlane(
                file, frame, file.header().text(Attribute.SERIES_INSTANCE_UID).orElse(""));
        boolean used = false;
        for (DataSet source :
                groups.holding(Attribute.DERIVATION_IMAGE_SEQUENCE).items(Attribute.SOURCE_IMAGE_SEQUENCE)) {
            Optional<String> image = source.text(Attribute.REFERENCED_SOP_INSTANCE_UID);
            if (image.isPresent()) {
                OptionalInt number = source.integer(Attribute.REFERENCED_FRAME_NUMBER);
                Target target = new Target(image.get(), number.isPresent() ? number.getAsInt() - 1 : EVERY_FRAME);
                planes.computeIfAbsent(author, key -> new HashMap<>())
                        .computeIfAbsent(target, key -> new ArrayList<>())
                        .add(plane);
                used = true;
            }
        }
        return used;
    }

    /**
     * The mask of a frame of an image: all segments of one author together; empty where a segmentation names the image and
     * draws nothing on it; none where no segmentation is of the image.
     */
    Optional<Mask> mask(Author author, String image, int frame, int width, int height) throws UnusableDicom {
        Map<Target, List<SegmentPlane>> ofAuthor = planes.getOrDefault(author, Map.of());
        List<SegmentPlane> found = new ArrayList<>(ofAuthor.getOrDefault(new Target(image, frame), List.of()));
        found.addAll(ofAuthor.getOrDefault(new Target(image, EVERY_FRAME), List.of()));
        if (found.isEmpty() && !images.getOrDefault(author, Set.of()).contains(image)) {
            return Optional.empty();
        }
        if (found.stream().map(SegmentPlane::series).distinct().count() > 1) {
            throw new UnusableDicom("segmentations of more than one series are of it");
        }
        return Optional.of(SegmentPlane.union(found, width, height, mostPixels));
    }
}
