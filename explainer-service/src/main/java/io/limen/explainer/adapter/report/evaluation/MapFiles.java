package io.limen.explainer.adapter.report.evaluation;

import io.limen.explainer.application.Sha256;
import io.limen.explainer.application.evaluate.CaseEvaluation;
import io.limen.explainer.application.evaluate.CaseEvaluation.Evaluated;
import io.limen.explainer.application.evaluate.MethodScores;
import io.limen.explainer.domain.saliency.BlockRelevance;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Every map as {@code maps/MODEL/CASE/METHOD.npy}, [grid rows, grid columns], NaN where a block touches the region. */
final class MapFiles {

    /** File systems take 255 bytes, the ending included. */
    private static final int LONGEST = 200;

    private static final int DIGEST = 17;

    private MapFiles() {}

    /** Writes them below a folder. */
    static void write(Path folder, List<CaseEvaluation> evaluations) throws IOException {
        for (CaseEvaluation evaluation : evaluations) {
            if (evaluation instanceof Evaluated pair) {
                for (MethodScores method : pair.methods()) {
                    if (method.relevance().isPresent()) {
                        Path file = folder.resolve(name(pair, method.method()));
                        Files.createDirectories(file.getParent());
                        Files.write(file, bytes(pair, method.relevance().get()));
                    }
                }
            }
        }
    }

    /** Where the map of a method lies, below the folder. */
    static String name(Evaluated pair, String method) {
        return String.join("/", "maps", safe(pair.model()), safe(pair.caseName()), safe(method) + ".npy");
    }

    private static byte[] bytes(Evaluated pair, BlockRelevance relevance) {
        double[] grid = new double[pair.grid().rows() * pair.grid().columns()];
        Arrays.fill(grid, Double.NaN);
        double[] values = relevance.values();
        for (int i = 0; i < values.length; i++) {
            grid[pair.treated().get(i)] = values[i];
        }
        return NumpyFile.of(grid, pair.grid().rows(), pair.grid().columns());
    }

    /** A name that stays inside its folder: what is unusual as % and two digits per byte, and a digest for the rest of a long one. */
    static String safe(String name) {
        StringBuilder text = new StringBuilder();
        for (byte one : name.getBytes(StandardCharsets.UTF_8)) {
            boolean usual = Character.isLetterOrDigit(one) && one > 0
                    || "_-@+= ".indexOf(one) >= 0
                    || one == '.' && text.length() > 0;
            text.append(usual ? String.valueOf((char) one) : String.format(Locale.ROOT, "%%%02X", one & 0xff));
        }
        return text.length() <= LONGEST
                ? text.toString()
                : text.substring(0, LONGEST - DIGEST) + "~"
                        + Sha256.of(name.getBytes(StandardCharsets.UTF_8)).substring(0, DIGEST - 1);
    }
}
