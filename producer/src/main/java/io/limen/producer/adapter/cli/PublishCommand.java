package io.limen.producer.adapter.cli;

import io.limen.producer.application.BadInput;
import io.limen.producer.application.CaseOrigin;
import io.limen.producer.application.PublishPlan;
import io.limen.producer.application.PublishReport;
import io.limen.producer.application.PublishRequest;
import io.limen.producer.application.Publishing;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code limen publish}. */
@Command(
        name = "publish",
        customSynopsis = {
            "limen publish --dataset DIR --model NAME@VERSION [OPTION...]",
            "       limen publish --phantoms N --model NAME@VERSION [--model ...] [OPTION...]"
        },
        description =
                "Publishes images that a model segmented, as a stream that Limen explains: a folder of images or volumes and"
                        + " masks (--dataset), or generated phantoms (--phantoms).",
        footer = {
            "",
            "File names are not published, metadata are left out. Pixels stay as they are, except where --blank makes them",
            "black and where a window turns those of DICOM images and volumes into 8 bits of gray.",
            "Exit codes: 0 all published, 1 some failed or the run is not on record, 2 bad usage or no broker, 130 stopped by Ctrl-C."
        },
        mixinStandardHelpOptions = true,
        sortOptions = false,
        versionProvider = LimenCommand.Version.class)
public final class PublishCommand implements Callable<Integer> {

    private final Publishing publishing;

    @Spec
    private CommandSpec spec;

    @Mixin
    private FolderOptions folder;

    @Option(
            names = "--phantoms",
            paramLabel = "N",
            description = "Publish N generated phantoms with their exact masks.")
    private Integer phantoms;

    @Mixin
    private PhantomOptions phantomOptions;

    @Mixin
    private StreamOptions stream;

    @Mixin
    private BrokerOptions brokers;

    @Mixin
    private ImageStoreOptions imageStore;

    @Option(
            names = "--cache",
            paramLabel = "DIR",
            description =
                    "Keep images in DIR as they are published, and take them from there as long as their files have"
                            + " the same size and time: to publish a folder again then takes a fraction of the time."
                            + " Pictures only: it does nothing for volumes, for DICOM images and with --shadow.")
    private Path cache;

    @Option(
            names = "--resume",
            paramLabel = "FILE",
            description =
                    "Write down in FILE what the broker has acknowledged, and leave out what is there already: the"
                            + " same command again continues a run that was stopped or killed. With several models, files that are"
                            + " added in between may make it publish images again, to another one.")
    private Path journal;

    @Mixin
    private PrivacyOptions privacy;

    @Option(
            names = "--by",
            paramLabel = "NAME",
            description =
                    "Who publishes, for the audit log, which has an entry of every run. Default: the user of this machine.")
    private String by;

    /** Publishes by way of a port. */
    public PublishCommand(Publishing publishing) {
        this.publishing = Objects.requireNonNull(publishing, "publishing");
    }

    @Override
    public Integer call() {
        PublishReport report = publishing.publish(request());
        spec.commandLine().getOut().println(ReportLine.of(report));
        return switch (report.end()) {
            case INTERRUPTED -> ExitCode.INTERRUPTED;
            case BROKER_LOST, STORE_LOST, FIRST_FAILURE, BROKEN, NOT_RECORDED -> ExitCode.FAILED;
            case COMPLETE -> report.failed() > 0 ? ExitCode.FAILED : ExitCode.DONE;
        };
    }

    private PublishRequest request() {
        if (folder.given() == (phantoms != null)) {
            throw new BadInput("say where the cases come from: either --dataset DIR or --phantoms N");
        }
        String stray = folder.given() ? phantomOptions.first() : folder.stray();
        if (stray != null) {
            throw new BadInput(stray + " has no meaning with " + (folder.given() ? "--dataset" : "--phantoms"));
        }
        try {
            PublishPlan plan = stream.plan();
            CaseOrigin origin =
                    folder.given() ? folder.origin() : new CaseOrigin.Phantoms(phantomOptions.series(phantoms));
            return new PublishRequest(
                    origin,
                    plan,
                    brokers.brokers(),
                    imageStore.choice(),
                    Optional.ofNullable(cache),
                    Optional.ofNullable(journal),
                    privacy.privacy(),
                    PublisherName.of(by, System.getProperty("user.name")));
        } catch (IllegalArgumentException e) {
            throw new BadInput(e.getMessage());
        }
    }
}
