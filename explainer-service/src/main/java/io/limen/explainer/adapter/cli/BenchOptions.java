package io.limen.explainer.adapter.cli;

import static io.limen.explainer.adapter.cli.UserMistakeException.require;

import io.limen.explainer.application.bench.BenchSettings;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Option;

/** What is measured, and how much. */
final class BenchOptions {

    private static final int QUICK_DRAWS = 100;
    private static final int QUICK_BLOCKS = 24;

    @Option(
            names = "--model",
            paramLabel = "FILE|DIR",
            description = {
                "A TorchScript file, or a folder with model.pt and model.yaml; may be given several times.",
                "Default: the two demo models."
            })
    private List<Path> models = new ArrayList<>();

    @Option(
            names = "--image",
            paramLabel = "FILE",
            description = {
                "An image to explain; may be given several times, every model then gets each.",
                "Default: a phantom, for the demo models alone."
            })
    private List<Path> images = new ArrayList<>();

    @Option(
            names = "--reference",
            paramLabel = "FILE",
            description = "Ground truth of the image; as many as images. Default: each model's own mask.")
    private List<Path> references = new ArrayList<>();

    @Option(
            names = "--bank",
            paramLabel = "DIR",
            description = {
                "A folder of images of the same kind, which donate patches; the explained image is left out of it.",
                "Default: the bank that each model.yaml names."
            })
    private Path bank;

    @Option(
            names = "--oracle-draws",
            paramLabel = "N",
            description = "Donors per block of the oracle, 2 to 100000. Default: 400, with --quick 100.")
    private Integer oracleDraws;

    @Option(
            names = "--oracle-blocks",
            paramLabel = "N",
            description = "Blocks that are held against the oracle, 1 to 100000. Default: 48, with --quick 24.")
    private Integer oracleBlocks;

    @Option(
            names = "--seed",
            paramLabel = "N",
            defaultValue = "0",
            description = "Seed of the first explanation. Default: ${DEFAULT-VALUE}.")
    private long seed;

    @Option(
            names = "--repeats",
            paramLabel = "N",
            defaultValue = "1",
            description =
                    "Explanations per schedule, each of the next seed; the table has their means. Default: ${DEFAULT-VALUE}.")
    private int repeats;

    @Option(names = "--quick", description = "A rougher oracle: under a minute instead of under three.")
    private boolean quick;

    @Option(
            names = "--out",
            paramLabel = "FILE",
            description = "Write the figures to a file as well: FILE.json or FILE.md, replaced when it is there.")
    private Path out;

    /**
     * The settings these options ask for.
     *
     * @throws UserMistakeException naming the option that asks for too much or too little
     */
    BenchSettings settings() throws UserMistakeException {
        int draws = Optional.ofNullable(oracleDraws).orElse(quick ? QUICK_DRAWS : 400);
        int blocks = Optional.ofNullable(oracleBlocks).orElse(quick ? QUICK_BLOCKS : 48);
        require(draws >= 2 && draws <= 100_000, "--oracle-draws: must be 2 to 100000, is " + draws);
        require(blocks >= 1 && blocks <= 100_000, "--oracle-blocks: must be 1 to 100000, is " + blocks);
        require(repeats >= 1 && repeats <= 1000, "--repeats: must be 1 to 1000, is " + repeats);
        return new BenchSettings(draws, blocks, seed, repeats);
    }

    /** Which models on which images. @throws UserMistakeException when the options don't fit together */
    BenchSubjects subjects(Optional<Path> demoModels) throws UserMistakeException {
        require(
                references.isEmpty() || references.size() == images.size(),
                "--reference: give one for every --image, or none (" + references.size() + " for " + images.size()
                        + ")");
        require(models.isEmpty() || !images.isEmpty(), "--image: name an image for the models that you named");
        BenchSubjects demo = models.isEmpty() || images.isEmpty() ? BenchSubjects.demo(demoModels) : null;
        return new BenchSubjects(
                models.isEmpty() ? demo.models() : models,
                images.isEmpty() ? demo.images() : images,
                references,
                Optional.ofNullable(bank));
    }

    Optional<Path> out() {
        return Optional.ofNullable(out);
    }
}
