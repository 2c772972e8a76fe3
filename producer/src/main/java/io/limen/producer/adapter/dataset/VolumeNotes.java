package io.limen.producer.adapter.dataset;

import io.limen.producer.adapter.dataset.LayoutSearch.LaidOut;
import io.limen.producer.application.CaseOrigin;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What the user should know of the volumes before their slices are published.
 *
 * @param origin what the user asked for
 * @param laidOut how the volumes are laid out
 * @param stacks what of each is published
 * @param halves files of the format of two files
 */
record VolumeNotes(CaseOrigin.Folder origin, LaidOut laidOut, List<VolumeStack> stacks, List<String> halves) {

    List<String> lines() {
        List<String> lines = new ArrayList<>(new DatasetNotes(laidOut, List.of()).lines());
        lines.set(0, lines.get(0).replace("image", "volume") + ", cut into " + slices() + " " + axis() + " slices");
        int empty = stacks.stream()
                .mapToInt(stack -> stack instanceof VolumeStack.Slices slices ? slices.empty() : 0)
                .sum();
        if (empty > 0) {
            lines.add("left out, no foreground in their mask: " + empty + " slices (--all-slices takes them, too)");
        }
        if (!halves.isEmpty()) {
            lines.add("left out, NIfTI as pairs of .hdr and .img; converted to .nii they are understood: "
                    + halves.size() + " files");
        }
        return lines;
    }

    private int slices() {
        return stacks.stream()
                .mapToInt(stack -> stack instanceof VolumeStack.Slices slices ? slices.size() : 0)
                .sum();
    }

    private String axis() {
        return origin.volumes().axis().name().toLowerCase(Locale.ROOT);
    }
}
