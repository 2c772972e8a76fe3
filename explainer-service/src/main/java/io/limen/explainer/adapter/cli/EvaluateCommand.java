package io.limen.explainer.adapter.cli;

import io.limen.explainer.application.ModelRejectedException;
import io.limen.explainer.application.ModelRepository.RepositoryModel;
import io.limen.explainer.application.ModelSource;
import io.limen.explainer.application.Ticker;
import io.limen.explainer.application.evaluate.CaseEvaluation;
import io.limen.explainer.application.evaluate.EvaluateModels;
import io.limen.explainer.application.evaluate.EvaluateModels.Contest;
import io.limen.explainer.application.evaluate.EvaluatedModel;
import io.limen.explainer.application.evaluate.EvaluationSettings;
import io.limen.explainer.application.evaluate.EvaluationWorkplace;
import io.limen.explainer.application.evaluate.method.AttributionMethod;
import io.limen.explainer.domain.faithfulness.CauseRule;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code limen evaluate}: methods of attribution against each other, and models against each other. */
@Command(
        name = "evaluate",
        sortOptions = false,
        abbreviateSynopsis = true,
        header = "Compares methods of attribution by faithfulness, and models by how they perceive.",
        description = {
            "Every method explains the same region of every image for every model; each map is judged by what happens when the"
                    + " blocks that it points at are replaced by donors that no method has seen.",
            "Writes tables (tables.md, cases.csv, evaluation.json), maps for NumPy and one page to read (report.html)."
                    + " A run that was stopped goes on with the same command."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  limen evaluate --dataset images-and-masks/ --out evaluated/",
            "  limen evaluate --models my-models --dataset images-and-masks/ --methods adaptive,rise --out evaluated/",
            "",
            "Exit codes: 0 done, 2 bad usage or input, 130 interrupted, 1 anything else."
        })
public final class EvaluateCommand implements Callable<Integer> {

    private static final int INTERRUPTED = 130;

    /** The weights are shuffled in one way. */
    private static final long SHUFFLING = 20511;

    @ArgGroup(validate = false, heading = "%nEvaluation:%n", order = 1)
    private final EvaluateOptions options = new EvaluateOptions();

    @ArgGroup(validate = false, heading = "%nMachine:%n", order = 2)
    private final DeviceOptions device = new DeviceOptions();

    @Spec
    private CommandSpec spec;

    private final OnDevice<ModelSource> models;
    private final Contest all;
    private final EvaluationWorkplace workplace;
    private final Optional<Path> demoModels;
    private final Console console;
    private final Ticker ticker;

    /**
     * @param models opens models
     * @param all the methods there are
     * @param workplace reads data sets, keeps what was found, writes the report
     * @param demoModels the models that come with the product; empty when this program does not lie beside them
     * @param console how progress is shown
     */
    public EvaluateCommand(
            OnDevice<ModelSource> models,
            Contest all,
            EvaluationWorkplace workplace,
            Optional<Path> demoModels,
            Console console,
            Ticker ticker) {
        this.models = models;
        this.all = all;
        this.workplace = workplace;
        this.demoModels = demoModels;
        this.console = console;
        this.ticker = ticker;
    }

    @Override
    public Integer call() throws UserMistakeException, ModelRejectedException, IOException {
        EvaluationSettings settings = options.settings();
        List<AttributionMethod> methods = options.methods(all.methods());
        int threads = options.threads();
        Path out = options.out();
        OutputFolder.prepare(out);
        EvaluationWorkplace.Cases cases = cases();
        List<EvaluatedModel> evaluated = models(settings.repeatedCases() > 0);
        EvaluationWorkplace.Desk desk = workplace.open(out, cases, evaluated, settings, methods);
        EvaluateProgress progress = new EvaluateProgress(spec.commandLine(), console);
        EvaluateModels evaluate =
                new EvaluateModels(all.of(methods), settings, desk.journal(), progress, threads, ticker);
        // what is told of an interruption must be told before the process is let go
        try (Interruption interruption = Interruption.ofThisThread();
                progress) {
            Optional<List<CaseEvaluation>> found = run(evaluate, evaluated, cases);
            if (found.isEmpty() || interruption.requested()) {
                return interrupted(progress, out);
            }
            print(desk.report(found.get()));
            return 0;
        }
    }

    /** Empty when the thread was interrupted. */
    private static Optional<List<CaseEvaluation>> run(
            EvaluateModels evaluate, List<EvaluatedModel> models, EvaluationWorkplace.Cases cases) {
        try {
            return Optional.of(evaluate.run(models, cases.dataset()));
        } catch (InterruptedException e) {
            return Optional.empty();
        }
    }

    private int interrupted(EvaluateProgress progress, Path out) {
        LimenCommand.tell(
                spec.commandLine(),
                "interrupted: %,d of %,d pairs are kept in %s; the same command goes on"
                        .formatted(progress.found(), progress.all(), out));
        return INTERRUPTED;
    }

    private EvaluationWorkplace.Cases cases() throws UserMistakeException {
        try {
            return workplace.cases(options.dataset(), options.names(), options.cases());
        } catch (IOException e) {
            throw new UserMistakeException("--dataset: " + e.getMessage(), e);
        }
    }

    private List<EvaluatedModel> models(boolean shuffled) throws UserMistakeException, ModelRejectedException {
        Path folder = options.models()
                .or(() -> demoModels)
                .orElseThrow(() -> new UserMistakeException("--models: name the models to evaluate"));
        ModelSource source = device.make(models);
        List<EvaluatedModel> opened = new ArrayList<>();
        for (Path path : ModelsOnDisk.in(folder)) {
            RepositoryModel trained = source.open(path, options.bank());
            opened.add(new EvaluatedModel(
                    trained.model().description().id().toString(),
                    trained,
                    shuffled ? shuffled(source, path) : Optional.empty(),
                    cause(path)));
        }
        return opened;
    }

    private CauseRule cause(Path model) throws UserMistakeException {
        try {
            return workplace.plantedCause(model);
        } catch (IOException e) {
            throw new UserMistakeException("--models: " + e.getMessage(), e);
        }
    }

    private Optional<RepositoryModel> shuffled(ModelSource source, Path path) throws UserMistakeException {
        try {
            return Optional.of(source.openShuffled(path, options.bank(), SHUFFLING));
        } catch (ModelRejectedException e) {
            LimenCommand.tell(spec.commandLine(), path + ": " + e.getMessage() + ": no sanity check");
            return Optional.empty();
        }
    }

    private void print(List<Path> written) {
        PrintWriter out = spec.commandLine().getOut();
        written.forEach(path -> out.println("written      " + path));
        out.flush();
    }
}
