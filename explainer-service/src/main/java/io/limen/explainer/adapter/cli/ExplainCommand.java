package io.limen.explainer.adapter.cli;

import io.limen.explainer.application.CaseToExplain;
import io.limen.explainer.application.ExplainedCase;
import io.limen.explainer.application.ExplanationDocuments;
import io.limen.explainer.application.ExplanationDocuments.Rendered;
import io.limen.explainer.application.ExplanationOutcome;
import io.limen.explainer.application.ImageDecoder;
import io.limen.explainer.application.ModelDescription;
import io.limen.explainer.application.ModelRejectedException;
import io.limen.explainer.application.ModelRepository.RepositoryModel;
import io.limen.explainer.application.ModelSource;
import io.limen.explainer.domain.attribution.Explanation;
import io.limen.explainer.domain.attribution.ExplanationSettings;
import io.limen.explainer.domain.image.Image;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code limen explain}: one image, its causal explanation as files. */
@Command(
        name = "explain",
        sortOptions = false,
        abbreviateSynopsis = true,
        header = "Explains causally how a model segmented a region of one image.",
        description = {
            "Every block of the image is replaced by patches of other images, and the change of the region's Dice is"
                    + " measured.",
            "Writes explanation.json, heatmap.png, overlay.png and report.html. Progress on stderr, results on stdout."
        },
        footerHeading = "%nExample:%n",
        footer = {
            "  limen explain --model models/unet/1 --image lesion.png \\",
            "      --reference lesion-mask.png --roi 96,120,32,32 --out explained",
            "",
            "  limen explain --replay ID --bootstrap localhost:9092 --models models",
            "",
            "Exit codes: 0 done, 2 bad usage or input, 130 interrupted, 1 anything else. With --replay: 0 identical,",
            "1 differs (what, is on stdout), 2 bad usage, or can't be replayed (why, is on stderr)."
        })
public final class ExplainCommand implements Callable<Integer> {

    private static final int INTERRUPTED = 130;

    @ArgGroup(validate = false, heading = "%nCase:%n", order = 1)
    private final CaseOptions subject = new CaseOptions();

    @ArgGroup(validate = false, heading = "%nEffort:%n", order = 2)
    private final ScheduleOptions schedule = new ScheduleOptions();

    @ArgGroup(validate = false, heading = "%nTrust:%n", order = 3)
    private final FaithfulnessOption faithfulness = new FaithfulnessOption();

    @ArgGroup(validate = false, heading = "%nInside the network:%n", order = 4)
    private final ComponentOptions components = new ComponentOptions();

    @ArgGroup(validate = false, heading = "%nMachine:%n", order = 5)
    private final DeviceOptions device = new DeviceOptions();

    @ArgGroup(validate = false, heading = "%nAgain:%n", order = 6)
    private final ReplayOptions replay = new ReplayOptions();

    @Spec
    private CommandSpec spec;

    private final CaseReader cases;
    private final RegionReader regions;
    private final OnDevice<ModelSource> models;
    private final Explainer explainer;
    private final ExplanationDocuments documents;
    private final Supplier<ProgressDisplay> progress;
    private final Replays replays;

    /**
     * @param decoder reads image and mask
     * @param models opens the model
     * @param explainer does the work
     * @param documents renders the result
     * @param console how progress is shown
     * @param replays makes what published explanations are computed again with
     */
    public ExplainCommand(
            ImageDecoder decoder,
            OnDevice<ModelSource> models,
            Explainer explainer,
            ExplanationDocuments documents,
            Console console,
            Replays replays) {
        this.cases = new CaseReader(decoder);
        this.regions = new RegionReader(decoder);
        this.models = models;
        this.explainer = explainer;
        this.documents = documents;
        this.progress = () -> console.progress("explaining");
        this.replays = replays;
    }

    @Override
    public Integer call() throws UserMistakeException, ModelRejectedException, IOException {
        if (replay.wanted(spec.commandLine().getParseResult())) {
            return again();
        }
        subject.requireComplete();
        ExplanationSettings settings = schedule.settings(components.settings(), faithfulness.passes());
        CaseToExplain read = cases.read(subject);
        RepositoryModel source = open();
        CaseToExplain toExplain = withRegion(read, source.model().description());
        Assumptions assumptions = new Assumptions(source.model().description());
        try (OutputFolder folder = OutputFolder.prepare(subject.out());
                Interruption interruption = Interruption.ofThisThread()) {
            ExplanationOutcome outcome = explain(toExplain, source, settings);
            if (interruption.requested()) {
                LimenCommand.tell(spec.commandLine(), "interrupted, nothing was written");
                return INTERRUPTED;
            }
            Explanation explanation = CaseReader.requireExplained(outcome);
            return write(
                    new ExplainedCase(
                            explanation,
                            source.model().description(),
                            toExplain.imageSha256(),
                            settings,
                            assumptions.settled(source.model())),
                    toExplain.image(),
                    folder);
        }
    }

    private int again() throws UserMistakeException, IOException {
        ReplayRun run = new ReplayRun(spec.commandLine(), replays, documents, progress);
        return run.run(
                replay.request(subject.model()),
                replay.places(),
                Optional.ofNullable(subject.out()),
                spec.commandLine().getParseResult().hasMatchedOption("--device")
                        ? Optional.of(device.choice())
                        : Optional.empty());
    }

    private CaseToExplain withRegion(CaseToExplain read, ModelDescription model) throws UserMistakeException {
        return subject.region().isPresent()
                ? regions.place(read, subject.region().get(), model)
                : read;
    }

    private RepositoryModel open() throws UserMistakeException, ModelRejectedException {
        if (!Files.exists(subject.model())) {
            throw new UserMistakeException("--model: no such file or folder: " + subject.model());
        }
        if (subject.bank().isPresent() && !Files.isDirectory(subject.bank().get())) {
            throw new UserMistakeException(
                    "--bank: not a folder: " + subject.bank().get());
        }
        return device.make(models).open(subject.model(), subject.bank());
    }

    private ExplanationOutcome explain(CaseToExplain toExplain, RepositoryModel source, ExplanationSettings settings) {
        try (ProgressDisplay display = progress.get()) {
            return explainer.explain(toExplain, source, settings, display);
        }
    }

    private int write(ExplainedCase explained, Image image, OutputFolder folder) throws IOException {
        Rendered rendered = documents.of(explained);
        List<Path> files = folder.write(rendered.documents());
        rendered.notices().forEach(spec.commandLine().getErr()::println);
        new Summary(explained, image, files).print(spec.commandLine().getOut());
        return 0;
    }
}
