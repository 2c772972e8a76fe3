package io.limen.producer.adapter.cli;

import io.limen.producer.application.ExportReport;
import io.limen.producer.application.Exporting;
import io.limen.producer.domain.deployment.Deployment;
import io.limen.producer.domain.deployment.ModelVersion;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code limen dicom}. */
@Command(
        name = "dicom",
        customSynopsis = "limen dicom --dataset DIR --model NAME@VERSION --out DIR [OPTION...]",
        description = "Writes the explanations of DICOM images as DICOM: the effects of blocks as a Parametric Map, the"
                + " blocks that matter as a Segmentation, of the image's patient and study, in series of their own.",
        footer = {
            "",
            "The objects name the patient, as the images do: they are for the archive of the house.",
            "Exit codes: 0 done, 1 some failed, 2 bad usage or no broker, 130 stopped by Ctrl-C."
        },
        mixinStandardHelpOptions = true,
        sortOptions = false,
        versionProvider = LimenCommand.Version.class)
public final class DicomCommand implements Callable<Integer> {

    private final Exporting exporting;

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--dataset",
            paramLabel = "DIR",
            required = true,
            description = "The folder of DICOM images that was published.")
    private Path dataset;

    @Option(
            names = "--model",
            paramLabel = "NAME@VERSION",
            required = true,
            converter = ModelConverter.class,
            description = "The model that segmented the images.")
    private ModelVersion model;

    @Option(
            names = "--site",
            paramLabel = "NAME",
            defaultValue = "local",
            description = "Where the model runs, as it was published. Default: local.")
    private String site;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            required = true,
            description = "Where the objects are written; made for its owner alone if it is not there.")
    private Path out;

    @Mixin
    private BrokerOptions brokers;

    @Mixin
    private BlankOptions blank;

    /** Exports by way of a port. */
    public DicomCommand(Exporting exporting) {
        this.exporting = Objects.requireNonNull(exporting, "exporting");
    }

    @Override
    public Integer call() {
        ExportReport report = exporting.export(
                new Exporting.Request(dataset, new Deployment(model, site), brokers.brokers(), blank.areas(), out));
        spec.commandLine().getOut().println(line(report));
        if (report.interrupted()) {
            return ExitCode.INTERRUPTED;
        }
        return report.failed() > 0 ? ExitCode.FAILED : ExitCode.DONE;
    }

    private String line(ExportReport report) {
        return "%sWrote %d DICOM objects to %s: %d of %d images are explained, %d failed."
                .formatted(
                        report.interrupted() ? "Stopped. " : "",
                        report.written(),
                        out,
                        report.explained(),
                        report.images(),
                        report.failed());
    }
}
