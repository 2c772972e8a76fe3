package io.limen.producer.adapter.dataset;

import io.limen.producer.adapter.dataset.LayoutSearch.LaidOut;
import io.limen.producer.domain.pairing.DataSetDescription;
import io.limen.producer.domain.pairing.Pairing;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What the user should know of a folder before its cases are published.
 *
 * @param laidOut how the images are laid out
 * @param companions what is no image
 */
record DatasetNotes(LaidOut laidOut, List<String> companions) {

    private static final int SHOWN = 3;
    private static final int CLASSES_SHOWN = 8;

    List<String> lines() {
        List<String> lines = new ArrayList<>();
        Pairing pairing = laidOut.pairing();
        int images = pairing.files().size();
        lines.add("layout " + laidOut.layout().name() + ": " + images + (images == 1 ? " image, " : " images, ")
                + pairing.withMask() + " with a mask");
        pairing.companions().entrySet().stream()
                .map(kind -> "left out, " + kind.getKey() + ": " + kind.getValue())
                .sorted()
                .forEach(lines::add);
        laidOut.description().ifPresent(says -> lines.add(described(says)));
        add(lines, "left out, no images: ", others());
        add(lines, "left out, not where this layout has images: ", pairing.strangers());
        add(lines, "masks without an image of their name: ", pairing.orphans());
        return lines;
    }

    private List<String> others() {
        Optional<String> read = laidOut.description().map(DescriptionFile::name);
        return companions.stream()
                .filter(name -> !read.equals(Optional.of(name)))
                .toList();
    }

    private static String described(DataSetDescription says) {
        List<String> classes = says.classes().entrySet().stream()
                .limit(CLASSES_SHOWN)
                .map(named -> named.getKey() + " " + named.getValue())
                .toList();
        String rest = says.classes().size() > CLASSES_SHOWN ? ", ..." : "";
        String channel = says.channels().size() > 1
                ? "; of " + says.channels().size() + " channels the first is shown, "
                        + says.channels().get(0)
                : "";
        return "dataset.json: classes " + (classes.isEmpty() ? "not named" : String.join(", ", classes) + rest)
                + channel;
    }

    private static void add(List<String> lines, String what, List<String> names) {
        if (!names.isEmpty()) {
            int shown = Math.min(SHOWN, names.size());
            String rest = names.size() > shown ? " and " + (names.size() - shown) + " more" : "";
            lines.add(what + String.join(", ", names.subList(0, shown)) + rest);
        }
    }
}
