package io.limen.producer.domain.pairing;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Images with their masks, in the order of the images.
 *
 * @param files one per image
 * @param orphans masks and predictions that bear no image's name
 */
public record Pairing(List<PairedFile> files, List<String> orphans) {

    public Pairing {
        files = List.copyOf(files);
        orphans = List.copyOf(orphans);
    }

    /**
     * Pairs three folders. A mask belongs to the image of the same name, extensions and a mask suffix ({@code _mask},
     * {@code _segmentation} and the like) left out.
     */
    public static Pairing ofFolders(List<String> images, List<String> masks, List<String> predictions) {
        Map<String, List<String>> masksByStem = byStem(masks);
        Map<String, List<String>> predictionsByStem = byStem(predictions);
        List<PairedFile> files = new ArrayList<>();
        Set<String> used = new HashSet<>();
        for (String image : images) {
            PairedFile file = new PairedFile(image, of(image, masksByStem), of(image, predictionsByStem));
            files.add(file);
            used.addAll(file.masks());
            used.addAll(file.predictions());
        }
        List<String> orphans = new ArrayList<>(masks);
        orphans.addAll(predictions);
        orphans.removeIf(used::contains);
        return new Pairing(files, orphans);
    }

    /** Pairs one folder of images and masks: a name with a mask suffix is a mask. */
    public static Pairing ofOneFolder(List<String> names) {
        List<String> masks =
                names.stream().filter(name -> FileStem.of(name).marked()).toList();
        List<String> images =
                names.stream().filter(name -> !FileStem.of(name).marked()).toList();
        return ofFolders(images, masks, List.of());
    }

    private static Map<String, List<String>> byStem(List<String> names) {
        Map<String, List<String>> byStem = new HashMap<>();
        for (String name : names) {
            FileStem stem = FileStem.of(name);
            byStem.computeIfAbsent(FileStem.plain(name), key -> new ArrayList<>())
                    .add(name);
            if (stem.marked()) {
                byStem.computeIfAbsent(stem.text(), key -> new ArrayList<>()).add(name);
            }
        }
        return byStem;
    }

    private static List<String> of(String image, Map<String, List<String>> byStem) {
        return byStem.getOrDefault(FileStem.plain(image), List.of());
    }
}
