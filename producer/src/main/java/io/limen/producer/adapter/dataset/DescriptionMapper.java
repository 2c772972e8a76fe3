package io.limen.producer.adapter.dataset;

import com.fasterxml.jackson.databind.JsonNode;
import io.limen.producer.domain.pairing.DataSetDescription;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Understands both versions. The first names classes by their value and lists its cases ({@code training}, {@code test}); the
 * second gives classes their values, which may be several, and may list cases by their name ({@code dataset}).
 *
 * @param root of the JSON
 * @param folder where the file lies
 */
record DescriptionMapper(JsonNode root, String folder) {

    /** What nnU-Net calls pixels that nobody has decided on. */
    private static final String UNLABELLED = "ignore";

    /** More than any data set has. */
    private static final int MOST_CLASSES = 1000;

    private static final int LONGEST_NAME = 100;

    DataSetDescription description() throws UnusableDescription {
        Map<String, Set<Integer>> classes = classes();
        Set<Integer> unlabelled =
                Optional.ofNullable(classes.remove(UNLABELLED)).orElse(Set.of());
        classes.values().forEach(values -> values.remove(0));
        classes.values().removeIf(Set::isEmpty);
        return new DataSetDescription(folder, fileEnding(), channels(), classes, unlabelled, masks());
    }

    private Optional<String> fileEnding() throws UnusableDescription {
        JsonNode ending = root.path("file_ending");
        return ending.isMissingNode() ? Optional.empty() : Optional.of(shortText(ending, "file_ending"));
    }

    private List<String> channels() throws UnusableDescription {
        JsonNode names = root.has("channel_names") ? root.path("channel_names") : root.path("modality");
        Map<Integer, String> channels = new TreeMap<>();
        for (Map.Entry<String, JsonNode> channel : fields(names, "channel_names")) {
            channels.put(number(channel.getKey(), "channel_names"), shortText(channel.getValue(), "channel_names"));
        }
        return List.copyOf(channels.values());
    }

    private Map<String, Set<Integer>> classes() throws UnusableDescription {
        Map<String, Set<Integer>> classes = new LinkedHashMap<>();
        for (Map.Entry<String, JsonNode> label : fields(root.path("labels"), "labels")) {
            boolean valueFirst = label.getValue().isTextual();
            String name = valueFirst ? label.getValue().textValue() : label.getKey();
            if (name.isBlank() || name.length() > LONGEST_NAME || classes.containsKey(name)) {
                throw new UnusableDescription(
                        "labels: a class without a name, or with one that is too long or not its own");
            }
            classes.put(
                    name,
                    valueFirst ? new TreeSet<>(Set.of(number(label.getKey(), "labels"))) : values(label.getValue()));
        }
        return classes;
    }

    private static Set<Integer> values(JsonNode given) throws UnusableDescription {
        Set<Integer> values = new TreeSet<>();
        for (JsonNode value : given.isArray() ? given : List.of(given)) {
            if (!value.canConvertToExactIntegral() || !value.canConvertToInt() || value.intValue() < 0) {
                throw new UnusableDescription("labels: a class whose value is no whole number from 0 on");
            }
            values.add(value.intValue());
        }
        return values;
    }

    private Map<String, Optional<String>> masks() throws UnusableDescription {
        Map<String, Optional<String>> masks = new HashMap<>();
        for (JsonNode pair : elements(root.path("training"))) {
            list(masks, pair.path("image"), pair.path("label"));
        }
        for (JsonNode image : elements(root.path("test"))) {
            list(masks, image.isObject() ? image.path("image") : image, root.path("none"));
        }
        for (Map.Entry<String, JsonNode> one : fields(root.path("dataset"), "dataset")) {
            list(masks, one.getValue().path("images").path(0), one.getValue().path("label"));
        }
        return masks;
    }

    private static void list(Map<String, Optional<String>> masks, JsonNode image, JsonNode mask)
            throws UnusableDescription {
        if (!image.isTextual()) {
            throw new UnusableDescription("lists a case without the name of its image");
        }
        Optional<String> listed = mask.isTextual() ? Optional.of(relative(mask.textValue())) : Optional.empty();
        Optional<String> other = masks.put(relative(image.textValue()), listed);
        if (other != null && !other.equals(listed)) {
            throw new UnusableDescription("lists an image twice, with two masks");
        }
    }

    /** A name is only compared with those that were found; nothing is opened by it. */
    private static String relative(String name) {
        return name.startsWith("./") ? name.substring(2) : name;
    }

    private static Iterable<JsonNode> elements(JsonNode list) {
        return list.isArray() ? list : List.of();
    }

    private static List<Map.Entry<String, JsonNode>> fields(JsonNode object, String what) throws UnusableDescription {
        if (object.isMissingNode()) {
            return List.of();
        }
        if (!object.isObject() || object.size() > MOST_CLASSES && !what.equals("dataset")) {
            throw new UnusableDescription(what + ": no object, or one of more than " + MOST_CLASSES);
        }
        return new ArrayList<>(object.properties());
    }

    private static int number(String text, String what) throws UnusableDescription {
        if (!text.matches("\\d{1,9}")) {
            throw new UnusableDescription(what + ": a key that is no whole number");
        }
        return Integer.parseInt(text);
    }

    private static String shortText(JsonNode text, String what) throws UnusableDescription {
        if (!text.isTextual() || text.textValue().isBlank() || text.textValue().length() > LONGEST_NAME) {
            throw new UnusableDescription(what + ": something that is no short text");
        }
        return text.textValue();
    }
}
