package io.limen.explainer.adapter.cli;

import io.limen.explainer.application.ModelDescription;
import io.limen.explainer.application.ModelDescription.InputSize;
import io.limen.explainer.application.ModelDescription.Normalisation;
import io.limen.explainer.application.ModelDescription.Output;
import io.limen.explainer.application.ModelId;
import io.limen.explainer.application.ModelRejectedException;
import io.limen.explainer.application.RegisterModel;
import io.limen.explainer.application.RegisterModel.Contract;
import io.limen.explainer.application.RegisterModel.Registration;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

/** {@code limen register}: adds a model to a model repository after trying it. */
@Command(
        name = "register",
        sortOptions = false,
        description =
                "Tries a TorchScript model on images and adds it to a model repository; never replaces a version.")
public final class RegisterCommand implements Callable<Integer> {

    private final OnDevice<RegisterModel> registrar;

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--repository",
            required = true,
            paramLabel = "DIR",
            description = "the repository; made if missing")
    private Path repository;

    @Option(names = "--model", required = true, paramLabel = "FILE", description = "a TorchScript file")
    private Path modelFile;

    @Option(names = "--as", required = true, paramLabel = "NAME@VERSION", description = "what it will be called")
    private String id;

    @Option(
            names = "--bank",
            required = true,
            paramLabel = "DIR",
            description =
                    "images that donate patches: like those the model sees; copied unless they lie in the repository")
    private Path bank;

    @Option(names = "--input", paramLabel = "HxW", description = "input size; without it the image's own size")
    private String inputSize;

    @Option(names = "--channels", defaultValue = "3", paramLabel = "1|3", description = "default: ${DEFAULT-VALUE}")
    private int channels;

    @Option(
            names = "--mean",
            split = ",",
            paramLabel = "M",
            description = "per channel, of values in [0,1]; default: 0")
    private float[] mean;

    @Option(names = "--std", split = ",", paramLabel = "S", description = "per channel; default: 1")
    private float[] std;

    @Option(
            names = "--output",
            defaultValue = "auto",
            converter = KindConverter.class,
            paramLabel = "auto|logits|probabilities",
            description = "default: auto, probabilities if all lie in [0,1] on the first image")
    private Output.Kind output;

    @Option(names = "--classes", defaultValue = "1", paramLabel = "N", description = "default: ${DEFAULT-VALUE}")
    private int classes;

    @Option(names = "--target-class", defaultValue = "0", paramLabel = "K", description = "default: ${DEFAULT-VALUE}")
    private int targetClass;

    @Option(names = "--threshold", defaultValue = "0.5", paramLabel = "T", description = "default: ${DEFAULT-VALUE}")
    private double threshold;

    @Mixin
    private final DeviceOptions device = new DeviceOptions();

    /** @param registrar does the work */
    public RegisterCommand(OnDevice<RegisterModel> registrar) {
        this.registrar = registrar;
    }

    @Override
    public Integer call() throws UserMistakeException, ModelRejectedException {
        ModelDescription added =
                device.make(registrar).register(new Registration(repository, modelFile, bank, modelId(), contract()));
        String kind = added.output().kind().name().toLowerCase(Locale.ROOT);
        spec.commandLine().getOut().printf("registered %s: %s, SHA-256 %s%n", added.id(), kind, added.sha256());
        return ExitCode.OK;
    }

    private ModelId modelId() {
        String[] parts = id.split("@", -1);
        if (parts.length != 2) {
            throw usage("--as needs NAME@VERSION, not " + id);
        }
        try {
            return new ModelId(parts[0], parts[1]);
        } catch (IllegalArgumentException e) {
            throw usage("--as: " + e.getMessage());
        }
    }

    private Contract contract() {
        require(channels == 1 || channels == 3, "--channels must be 1 or 3, not " + channels);
        require(classes >= 1, "--classes must be 1 or more: " + classes);
        require(targetClass >= 0, "--target-class must be 0 or more: " + targetClass);
        require(targetClass < classes, "--target-class must be below --classes: " + targetClass + " of " + classes);
        require(threshold > 0 && threshold < 1, "--threshold must be between 0 and 1: " + threshold);
        float[] deviations = perChannel("--std", std, 1);
        for (float deviation : deviations) {
            require(deviation > 0, "--std must be above 0: " + deviation);
        }
        Normalisation normalisation = new Normalisation(perChannel("--mean", mean, 0), deviations);
        return new Contract(size(), channels, normalisation, new Output(output, classes, targetClass), threshold);
    }

    private Optional<InputSize> size() {
        if (inputSize == null) {
            return Optional.empty();
        }
        if (!inputSize.matches("\\d{1,4}x\\d{1,4}")) {
            throw usage("--input needs HxW, for instance 256x256, not " + inputSize);
        }
        int[] sides =
                Arrays.stream(inputSize.split("x")).mapToInt(Integer::parseInt).toArray();
        for (int side : sides) {
            require(side >= 1 && side <= 8192, "--input: sides must be 1 to 8192 pixels: " + inputSize);
        }
        return Optional.of(new InputSize(sides[0], sides[1]));
    }

    private float[] perChannel(String option, float[] given, float otherwise) {
        if (given == null) {
            float[] all = new float[channels];
            Arrays.fill(all, otherwise);
            return all;
        }
        if (given.length != channels) {
            throw usage(option + " needs " + channels + " numbers, separated by commas");
        }
        return given;
    }

    private void require(boolean condition, String otherwise) {
        if (!condition) {
            throw usage(otherwise);
        }
    }

    private ParameterException usage(String line) {
        return new ParameterException(spec.commandLine(), line);
    }

    /** The kinds of output in the words of model.yaml. */
    private static final class KindConverter implements ITypeConverter<Output.Kind> {

        @Override
        public Output.Kind convert(String word) {
            return switch (word) {
                case "auto" -> Output.Kind.AUTO;
                case "logits" -> Output.Kind.LOGITS;
                case "probabilities" -> Output.Kind.PROBABILITIES;
                default -> throw new TypeConversionException("needs auto, logits or probabilities, not " + word);
            };
        }
    }
}
