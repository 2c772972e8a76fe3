package io.limen.producer.domain.pairing;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Collects files by their role and pairs those of one key. */
final class PairingByKey {

    private final Map<String, String> keysOfImages = new LinkedHashMap<>();
    private final Map<String, List<String>> masks = new HashMap<>();
    private final Map<String, List<String>> predictions = new HashMap<>();
    private final List<String> labels = new ArrayList<>();
    private final Map<String, Integer> companions = new TreeMap<>();
    private final List<String> strangers = new ArrayList<>();

    void add(String name, Role role) {
        if (role instanceof Role.Image image) {
            keysOfImages.put(name, image.key());
        } else if (role instanceof Role.Mask mask) {
            add(name, mask.keys(), masks);
        } else if (role instanceof Role.Prediction prediction) {
            add(name, prediction.keys(), predictions);
        } else if (role instanceof Role.Companion companion) {
            companions.merge(companion.what(), 1, Integer::sum);
        } else {
            strangers.add(name);
        }
    }

    private void add(String name, List<String> keys, Map<String, List<String>> byKey) {
        labels.add(name);
        keys.stream()
                .distinct()
                .forEach(key ->
                        byKey.computeIfAbsent(key, unseen -> new ArrayList<>()).add(name));
    }

    Pairing pairing() {
        List<PairedFile> files = new ArrayList<>();
        Set<String> used = new HashSet<>();
        keysOfImages.forEach((image, key) -> {
            PairedFile file =
                    new PairedFile(image, masks.getOrDefault(key, List.of()), predictions.getOrDefault(key, List.of()));
            files.add(file);
            used.addAll(file.masks());
            used.addAll(file.predictions());
        });
        List<String> orphans =
                labels.stream().filter(label -> !used.contains(label)).toList();
        return new Pairing(files, orphans, companions, strangers);
    }
}
