package io.limen.explainer.adapter.cli;

import io.limen.explainer.application.ExplainCase;
import io.limen.explainer.application.ImageDecoder;
import io.limen.explainer.application.ModelRejectedException;
import io.limen.explainer.application.ModelRepository.RepositoryModel;
import io.limen.explainer.application.ModelSource;
import io.limen.explainer.application.bench.Bench;
import io.limen.explainer.application.bench.BenchCase;
import io.limen.explainer.application.bench.BenchResult;
import io.limen.explainer.application.bench.BenchSettings;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code limen bench}: the published against the adaptive schedule, on this machine. */
@Command(
        name = "bench",
        sortOptions = false,
        abbreviateSynopsis = true,
        header = "Measures the published against the adaptive schedule on this machine.",
        description = {
            "Explains the same image under both schedules and holds both maps against an oracle: the mean effect of"
                    + " many donors, none of them twice, on a stratified sample of blocks.",
            "Tells forward passes, seconds, error and peak memory. Progress on stderr, the table on stdout."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  limen bench",
            "  limen bench --model models/unet/1 --image lesion.png --reference mask.png --out bench.json",
            "",
            "Exit codes: 0 done, 2 bad usage or input, 130 interrupted, 1 anything else."
        })
public final class BenchCommand implements Callable<Integer> {

    private static final int INTERRUPTED = 130;

    @ArgGroup(validate = false, heading = "%nMeasurement:%n", order = 1)
    private final BenchOptions options = new BenchOptions();

    @ArgGroup(validate = false, heading = "%nMachine:%n", order = 2)
    private final DeviceOptions device = new DeviceOptions();

    @Spec
    private CommandSpec spec;

    private final ImageDecoder decoder;
    private final OnDevice<ModelSource> models;
    private final OnDevice<BenchMachine.Engine> engine;
    private final Supplier<ExplainCase> explainers;
    private final Demo demo;
    private final Console console;

    /**
     * @param decoder reads images
     * @param models opens models
     * @param engine what runs them
     * @param explainers make the explanations, each one
     * @param demo where the demo's models are
     * @param console how progress is shown
     */
    public BenchCommand(
            ImageDecoder decoder,
            OnDevice<ModelSource> models,
            OnDevice<BenchMachine.Engine> engine,
            Supplier<ExplainCase> explainers,
            Demo demo,
            Console console) {
        this.decoder = decoder;
        this.models = models;
        this.engine = engine;
        this.explainers = explainers;
        this.demo = demo;
        this.console = console;
    }

    /**
     * The models that come with the product.
     *
     * @param repository their model repository; empty when this program does not lie beside it
     */
    public record Demo(Optional<Path> repository) {}

    @Override
    public Integer call() throws UserMistakeException, ModelRejectedException, IOException {
        BenchSettings settings = options.settings();
        BenchSubjects subjects = options.subjects(demo.repository());
        Optional<BenchFile> file = Optional.empty();
        if (options.out().isPresent()) {
            file = Optional.of(BenchFile.prepare(options.out().get()));
        }
        List<BenchCase> cases = cases(subjects);
        BenchMachine machine = BenchMachine.here(device.make(engine));
        try (Interruption interruption = Interruption.ofThisThread()) {
            List<BenchResult> results = measure(cases, settings);
            if (interruption.requested()) {
                return interrupted();
            }
            print(new BenchFigures(machine, settings, results, BenchMachine.peakMebibytes()), file);
            return 0;
        } catch (InterruptedException e) {
            return interrupted();
        }
    }

    private int interrupted() {
        LimenCommand.tell(spec.commandLine(), "interrupted, there are no figures");
        return INTERRUPTED;
    }

    private List<BenchCase> cases(BenchSubjects subjects) throws UserMistakeException, ModelRejectedException {
        if (subjects.bank().isPresent() && !Files.isDirectory(subjects.bank().get())) {
            throw new UserMistakeException(
                    "--bank: not a folder: " + subjects.bank().get());
        }
        CaseReader reader = new CaseReader(decoder);
        ModelSource source = device.make(models);
        List<BenchCase> cases = new ArrayList<>();
        for (Path model : subjects.models()) {
            RepositoryModel opened = source.open(model, subjects.bank());
            for (int i = 0; i < subjects.images().size(); i++) {
                Path image = subjects.images().get(i);
                cases.add(new BenchCase(
                        image.getFileName().toString(), reader.read(image, subjects.reference(i)), opened));
            }
        }
        return cases;
    }

    private List<BenchResult> measure(List<BenchCase> cases, BenchSettings settings)
            throws ModelRejectedException, InterruptedException {
        try (BenchProgress progress = new BenchProgress(spec.commandLine(), console)) {
            progress.warmsUp(cases.size());
            return new Bench(explainers, settings, progress).run(cases);
        }
    }

    private void print(BenchFigures figures, Optional<BenchFile> file) throws UserMistakeException, IOException {
        PrintWriter out = spec.commandLine().getOut();
        out.print(new BenchTable(figures).text());
        if (file.isPresent()) {
            file.get().write(figures);
            out.println("\nwritten      " + file.get().path());
        }
        out.flush();
    }
}
