package io.limen.producer.domain.pairing;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What marks a file as a mask: suffixes of its name, compared without regard to case or to dash and underscore.
 *
 * @param all longer ones first, so that the whole of one goes
 */
public record MaskSuffixes(List<String> all) {

    private static final List<String> IN_USE =
            List.of("_segmentation", "_groundtruth", "_ground_truth", "_label", "_mask", "_seg", "_gt");

    public MaskSuffixes {
        if (all.stream().anyMatch(String::isBlank)) {
            throw new IllegalArgumentException("an empty suffix marks nothing");
        }
        all = all.stream()
                .map(MaskSuffixes::plain)
                .sorted(Comparator.comparingInt(String::length).reversed())
                .toList();
    }

    /** Those in use in public data sets, and the user's. */
    public static MaskSuffixes inUseAnd(Optional<String> own) {
        return new MaskSuffixes(Stream.concat(own.stream(), IN_USE.stream()).toList());
    }

    /** The name without its suffix; itself if it has none, or is nothing else. */
    String without(String stem) {
        String plain = plain(stem);
        return all.stream()
                .filter(suffix -> plain.endsWith(suffix) && plain.length() > suffix.length())
                .findFirst()
                .map(suffix -> stem.substring(0, stem.length() - suffix.length()))
                .orElse(stem);
    }

    private static String plain(String text) {
        return text.toLowerCase(Locale.ROOT).replace('-', '_');
    }
}
