package io.limen.producer.domain.pairing;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * What a data set in the folders of nnU-Net says of itself.
 *
 * @param folder where it lies and its files with it: empty, or a name that ends with {@code /}
 * @param fileEnding how the names of its images and masks end; empty: it does not say
 * @param channels what the channels of an image are, the one that is shown first; empty: it does not say
 * @param classes the values of each class in masks, by name; without the background
 * @param unlabelled values of pixels that nobody has decided on: no foreground
 * @param masks the images that it lists, without the suffix of a channel, each with its mask or none
 */
public record DataSetDescription(
        String folder,
        Optional<String> fileEnding,
        List<String> channels,
        Map<String, Set<Integer>> classes,
        Set<Integer> unlabelled,
        Map<String, Optional<String>> masks) {

    public DataSetDescription {
        if (!folder.isEmpty() && !folder.endsWith("/")) {
            throw new IllegalArgumentException("DataSetDescription: " + folder);
        }
        Objects.requireNonNull(fileEnding, "fileEnding");
        channels = List.copyOf(channels);
        classes = new LinkedHashMap<>(classes);
        unlabelled = Set.copyOf(unlabelled);
        masks = Map.copyOf(masks);
    }

    /** The values of a class, by its name in any case. */
    public Optional<Set<Integer>> valuesOf(String className) {
        return classes.entrySet().stream()
                .filter(named -> named.getKey().equalsIgnoreCase(className))
                .map(Map.Entry::getValue)
                .findFirst();
    }

    /** The values of all classes together. */
    public Set<Integer> values() {
        Set<Integer> values = new TreeSet<>();
        classes.values().forEach(values::addAll);
        values.removeAll(unlabelled);
        return values;
    }
}
