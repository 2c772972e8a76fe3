package io.limen.explainer.adapter.evaluation;

import io.limen.explainer.application.ImageDecoder;
import io.limen.explainer.application.ModelDescription;
import io.limen.explainer.application.ModelRejectedException;
import io.limen.explainer.application.Sha256;
import io.limen.explainer.application.evaluate.CaseEvaluation;
import io.limen.explainer.application.evaluate.EvaluatedModel;
import io.limen.explainer.application.evaluate.EvaluationSettings;
import io.limen.explainer.application.evaluate.EvaluationWorkplace;
import io.limen.explainer.application.evaluate.method.AttributionMethod;
import io.limen.explainer.domain.faithfulness.CauseRule;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Cases in a folder, results in another; what was found case by case lies in {@code found} there. */
public final class FolderWorkplace implements EvaluationWorkplace {

    /** To be raised when figures of earlier versions no longer compare. */
    private static final String VERSION = "2";

    private final ImageDecoder decoder;
    private final ReportWriter writer;

    /** What turns findings into files. */
    @FunctionalInterface
    public interface ReportWriter {

        /** @return the files written */
        List<Path> write(Path out, Cases cases, EvaluationSettings settings, List<CaseEvaluation> found)
                throws IOException;
    }

    /** @param writer writes tables and the page */
    public FolderWorkplace(ImageDecoder decoder, ReportWriter writer) {
        this.decoder = decoder;
        this.writer = writer;
    }

    @Override
    public Cases cases(Path folder, Optional<Path> names, Optional<Integer> first) throws IOException {
        FolderDataset dataset = FolderDataset.open(folder, decoder);
        if (names.isPresent()) {
            dataset = dataset.only(lines(names.get()));
        }
        return new Cases(folder, first.isPresent() ? dataset.first(first.get()) : dataset);
    }

    @Override
    public CauseRule plantedCause(Path model) throws IOException {
        return PlantedYaml.of(model);
    }

    private static List<String> lines(Path names) throws IOException {
        try {
            return Files.readAllLines(names).stream()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty())
                    .toList();
        } catch (IOException e) {
            throw new IOException(names + " can't be read", e);
        }
    }

    @Override
    public Desk open(
            Path out,
            Cases cases,
            List<EvaluatedModel> models,
            EvaluationSettings settings,
            List<AttributionMethod> methods) {
        Map<String, String> madeOf = new LinkedHashMap<>();
        models.forEach(model -> madeOf.put(model.id(), madeOf(model, settings, methods)));
        return new Desk() {

            private final JournalFiles journal = new JournalFiles(out.resolve("found"), madeOf);

            @Override
            public JournalFiles journal() {
                return journal;
            }

            @Override
            public List<Path> report(List<CaseEvaluation> found) throws IOException {
                return writer.write(out, cases, settings, found);
            }
        };
    }

    private static String madeOf(EvaluatedModel model, EvaluationSettings settings, List<AttributionMethod> methods) {
        ModelDescription description = model.trained().model().description();
        String bank;
        try {
            bank = model.trained().bank(settings.blockSize(), "").sha256();
        } catch (ModelRejectedException e) {
            bank = "none";
        }
        String text = String.join(
                "\n",
                VERSION,
                description.sha256(),
                String.valueOf(description.inputSize()),
                description.channels() + " "
                        + Arrays.toString(description.normalisation().mean()),
                Arrays.toString(description.normalisation().std()),
                description.output().toString(),
                String.valueOf(description.threshold()),
                model.cause().toString(),
                bank,
                settings.blockSize() + " " + settings.regionSize() + " " + settings.seed() + " " + settings.budget(),
                methods.stream().map(AttributionMethod::name).toList().toString());
        return Sha256.of(text.getBytes(StandardCharsets.UTF_8));
    }
}
