package io.limen.explainer.adapter.cli;

import static io.limen.explainer.adapter.cli.UserMistakeException.require;

import io.limen.explainer.application.evaluate.EvaluationSettings;
import io.limen.explainer.application.evaluate.method.AttributionMethod;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import picocli.CommandLine.Option;

/** What is evaluated, and how thoroughly. */
final class EvaluateOptions {

    private static final int MOST_THREADS = 256;

    @Option(
            names = "--models",
            paramLabel = "DIR",
            description = {
                "A model repository, or a folder of TorchScript files (*.pt): all of its models are evaluated.",
                "Default: the demo's models."
            })
    private Path models;

    @Option(
            names = "--dataset",
            paramLabel = "DIR",
            description = {
                "A folder with images/ and, of the same names, masks/ (ground truth) and causes/ (pixels that are the",
                "cause of models whose planted.yaml says so); the last two may be missing."
            })
    private Path dataset;

    @Option(
            names = "--bank",
            paramLabel = "DIR",
            description = {
                "A folder of images of the same kind, which donate patches; half of them to the methods, half to the",
                "judges. Default: the bank that each model.yaml names."
            })
    private Path bank;

    @Option(
            names = "--methods",
            paramLabel = "NAME",
            split = ",",
            description = "Methods that are compared, separated by commas. Default: all.")
    private List<String> methods = new ArrayList<>();

    @Option(names = "--cases", paramLabel = "N", description = "The first N images by name. Default: all.")
    private Integer cases;

    @Option(
            names = "--names",
            paramLabel = "FILE",
            description = "Only the images whose names, without ending, are in this file, one a line.")
    private Path names;

    @Option(
            names = "--budget",
            paramLabel = "N",
            defaultValue = "2000",
            description =
                    "Forward passes, or what costs as much, that a method may spend on one map. Default: ${DEFAULT-VALUE}.")
    private long budget;

    @Option(
            names = "--repeated",
            paramLabel = "N",
            defaultValue = "5",
            description = {
                "Images that every method explains again with another seed (stability), and again with the model's",
                "weights shuffled (sanity). Default: ${DEFAULT-VALUE}."
            })
    private int repeated;

    @Option(
            names = "--block",
            paramLabel = "PIXELS",
            defaultValue = "8",
            description = "Side of a block, pixels of the model's input. Default: ${DEFAULT-VALUE}.")
    private int block;

    @Option(
            names = "--region",
            paramLabel = "PIXELS",
            defaultValue = "32",
            description =
                    "Side of the region explained, which is put on the boundary of the reference. Default: ${DEFAULT-VALUE}.")
    private int region;

    @Option(
            names = "--seed",
            paramLabel = "N",
            defaultValue = "0",
            description = "Seed of every random choice. Default: ${DEFAULT-VALUE}.")
    private long seed;

    @Option(
            names = "--threads",
            paramLabel = "N",
            description = "Pairs of model and image at a time, each on one core. Default: as many as there are cores.")
    private Integer threads;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description = {
                "Folder for the tables and the report. What an earlier run with the same options has found there is not",
                "computed again."
            })
    private Path out;

    /** @throws UserMistakeException naming the option that asks for too much or too little */
    EvaluationSettings settings() throws UserMistakeException {
        require(budget >= 1, "--budget: must be 1 or more, is " + budget);
        require(repeated >= 0, "--repeated: must be 0 or more, is " + repeated);
        require(block >= 1 && block <= 4096, "--block: must be 1 to 4096, is " + block);
        require(region >= 1 && region <= 4096, "--region: must be 1 to 4096, is " + region);
        return new EvaluationSettings(block, region, seed, budget, repeated);
    }

    /** Those asked for, in the catalogue's order. */
    List<AttributionMethod> methods(List<AttributionMethod> catalogue) throws UserMistakeException {
        List<String> known = catalogue.stream().map(AttributionMethod::name).toList();
        for (String name : methods) {
            require(
                    known.contains(name),
                    "--methods: there is no method " + name + ", but "
                            + known.stream().collect(Collectors.joining(", ")));
        }
        return catalogue.stream()
                .filter(method -> methods.isEmpty() || methods.contains(method.name()))
                .toList();
    }

    int threads() throws UserMistakeException {
        int wanted = Optional.ofNullable(threads).orElse(Runtime.getRuntime().availableProcessors());
        require(wanted >= 1 && wanted <= MOST_THREADS, "--threads: must be 1 to " + MOST_THREADS + ", is " + wanted);
        return wanted;
    }

    Optional<Path> models() {
        return Optional.ofNullable(models);
    }

    Path dataset() throws UserMistakeException {
        require(dataset != null, "missing option: --dataset=DIR (limen evaluate --help explains)");
        return dataset;
    }

    Path out() throws UserMistakeException {
        require(out != null, "missing option: --out=DIR (limen evaluate --help explains)");
        return out;
    }

    Optional<Path> bank() throws UserMistakeException {
        require(bank == null || Files.isDirectory(bank), "--bank: not a folder: " + bank);
        return Optional.ofNullable(bank);
    }

    Optional<Integer> cases() throws UserMistakeException {
        require(cases == null || cases >= 1, "--cases: must be 1 or more, is " + cases);
        return Optional.ofNullable(cases);
    }

    Optional<Path> names() {
        return Optional.ofNullable(names);
    }
}
