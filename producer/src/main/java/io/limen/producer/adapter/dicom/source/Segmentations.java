package io.limen.producer.adapter.dicom.source;

import io.limen.producer.adapter.dicom.element.DicomFile;
import io.limen.producer.adapter.dicom.element.UnusableDicom;
import io.limen.producer.adapter.dicom.source.SegmentationObject.Drawn;
import io.limen.producer.domain.image.Mask;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The segmentations of a folder, by the images that they are of. Built by one thread, then read only. */
final class Segmentations {

    private final long mostPixels;
    private final Map<Author, Map<Target, List<SegmentPlane>>> planes = new HashMap<>();
    private final Map<Author, Map<String, Set<String>>> seriesByImage = new HashMap<>();
    private final Map<String, String> refused = new HashMap<>();

    Segmentations(long mostPixels) {
        this.mostPixels = mostPixels;
    }

    /** Who drew a segment. */
    enum Author {
        /** A program alone. */
        MODEL,
        /** A human, with or without a program's help. */
        HUMAN
    }

    /** A frame of an image. */
    record Target(String image, int frame) {

        /** A plane that names an image and none of its frames is of all of them. */
        static final int EVERY_FRAME = -1;
    }

    /** What became of a file. */
    enum Taken {
        /** It is the mask of images. */
        YES,
        /** It does not say which images it is of. */
        OF_NO_IMAGE,
        /** It is an explanation of Limen's own. */
        EXPLANATION
    }

    /**
     * Adds a segmentation.
     *
     * @throws UnusableDicom if it can't be used; then the images that it names are refused, too, for half of a mask is none
     */
    Taken add(DicomFile file) throws UnusableDicom {
        SegmentationObject object = new SegmentationObject(file);
        if (object.isExplanation()) {
            return Taken.EXPLANATION;
        }
        Set<String> images = object.images();
        List<Drawn> drawn;
        try {
            drawn = object.planes(mostPixels);
        } catch (UnusableDicom e) {
            images.forEach(image -> refused.put(image, e.getMessage()));
            throw e;
        }
        for (Author author : object.authors()) {
            Map<String, Set<String>> named = seriesByImage.computeIfAbsent(author, key -> new HashMap<>());
            images.forEach(image ->
                    named.computeIfAbsent(image, key -> new HashSet<>()).add(object.series()));
        }
        for (Drawn plane : drawn) {
            planes.computeIfAbsent(plane.author(), key -> new HashMap<>())
                    .computeIfAbsent(plane.target(), key -> new ArrayList<>())
                    .add(plane.plane());
        }
        return images.isEmpty() ? Taken.OF_NO_IMAGE : Taken.YES;
    }

    /**
     * The mask of a frame of an image: all segments of one author together; empty where a segmentation names the image and
     * draws nothing on it; none where no segmentation is of the image.
     */
    Optional<Mask> mask(Author author, Target target, SegmentPlane.Extent extent) throws UnusableDicom {
        String image = target.image();
        if (refused.containsKey(image)) {
            throw new UnusableDicom("its mask can't be used: " + refused.get(image));
        }
        Set<String> series = seriesByImage.getOrDefault(author, Map.of()).getOrDefault(image, Set.of());
        if (series.isEmpty()) {
            return Optional.empty();
        }
        if (series.size() > 1) {
            throw new UnusableDicom("segmentations of more than one series are of it");
        }
        Map<Target, List<SegmentPlane>> ofAuthor = planes.getOrDefault(author, Map.of());
        List<SegmentPlane> found = new ArrayList<>(ofAuthor.getOrDefault(target, List.of()));
        found.addAll(ofAuthor.getOrDefault(new Target(image, Target.EVERY_FRAME), List.of()));
        return Optional.of(SegmentPlane.union(found, extent));
    }
}
