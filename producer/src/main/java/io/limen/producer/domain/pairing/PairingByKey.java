package io.limen.producer.domain.pairing;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Collects files by their role and pairs those of one key. */
final class PairingByKey {

    private final Map<String, String> keysOfImages = new LinkedHashMap<>();
    private final Map<String, List<String>> keysOfMasks = new LinkedHashMap<>();
    private final Map<String, List<String>> keysOfPredictions = new LinkedHashMap<>();
    private final Map<String, Integer> companions = new TreeMap<>();
    private final List<String> strangers = new ArrayList<>();

    void add(String name, Role role) {
        if (role instanceof Role.Image image) {
            keysOfImages.put(name, image.key());
        } else if (role instanceof Role.Mask mask) {
            keysOfMasks.put(name, mask.keys());
        } else if (role instanceof Role.Prediction prediction) {
            keysOfPredictions.put(name, prediction.keys());
        } else if (role instanceof Role.Companion companion) {
            companions.merge(companion.what(), 1, Integer::sum);
        } else {
            strangers.add(name);
        }
    }

    Pairing pairing() {
        Set<String> ofImages = Set.copyOf(keysOfImages.values());
        List<String> orphans = new ArrayList<>();
        Map<String, List<String>> masks = byKey(keysOfMasks, ofImages, orphans);
        Map<String, List<String>> predictions = byKey(keysOfPredictions, ofImages, orphans);
        List<PairedFile> files = keysOfImages.entrySet().stream()
                .map(image -> new PairedFile(
                        image.getKey(),
                        masks.getOrDefault(image.getValue(), List.of()),
                        predictions.getOrDefault(image.getValue(), List.of())))
                .toList();
        return new Pairing(files, orphans, companions, strangers);
    }

    /** Each under the first of its keys that an image has: who bears the whole name comes before who bears its beginning. */
    private static Map<String, List<String>> byKey(
            Map<String, List<String>> keysOfFiles, Set<String> ofImages, List<String> orphans) {
        Map<String, List<String>> byKey = new HashMap<>();
        keysOfFiles.forEach((name, keys) -> keys.stream()
                .filter(ofImages::contains)
                .findFirst()
                .ifPresentOrElse(
                        key -> byKey.computeIfAbsent(key, unseen -> new ArrayList<>())
                                .add(name),
                        () -> orphans.add(name)));
        return byKey;
    }
}
