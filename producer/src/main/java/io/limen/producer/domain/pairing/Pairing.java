package io.limen.producer.domain.pairing;

import java.util.List;
import java.util.Map;

/**
 * Images with their masks, in the order of the images.
 *
 * @param files one per image
 * @param orphans masks and predictions that bear no image's name
 * @param companions how many files of each kind belong to the layout and are nothing to publish
 * @param strangers files that the layout knows nothing of
 */
public record Pairing(
        List<PairedFile> files, List<String> orphans, Map<String, Integer> companions, List<String> strangers) {

    public Pairing {
        files = List.copyOf(files);
        orphans = List.copyOf(orphans);
        companions = Map.copyOf(companions);
        strangers = List.copyOf(strangers);
    }

    /** Number of images that have a mask. */
    public int withMask() {
        return (int) files.stream().filter(file -> !file.masks().isEmpty()).count();
    }
}
