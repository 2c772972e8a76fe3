package io.limen.producer.adapter.cli;

import io.limen.producer.application.BadInput;
import io.limen.producer.application.PhantomExport;
import io.limen.producer.domain.series.PhantomSeries;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code limen phantoms}. */
@Command(
        name = "phantoms",
        description = "Writes generated dermoscopy-like images with their exact masks: OUT/images/NNNN.png and"
                + " OUT/masks/NNNN.png, which limen publish --dataset OUT understands. In scenario sticker also"
                + " OUT/causes/NNNN.png: the pixels that the sticker changed, for every picture that has one.",
        footer = {"", "Exit codes: 0 done, 2 bad usage, 130 stopped by Ctrl-C."},
        mixinStandardHelpOptions = true,
        sortOptions = false,
        versionProvider = LimenCommand.Version.class)
public final class PhantomsCommand implements Callable<Integer> {

    private final PhantomExport export;

    @Spec
    private CommandSpec spec;

    @Option(names = "--count", paramLabel = "N", required = true, description = "How many.")
    private int count;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            required = true,
            description = "A folder that is empty or not there yet.")
    private Path out;

    @Mixin
    private PhantomOptions options;

    /** Exports by way of a port. */
    public PhantomsCommand(PhantomExport export) {
        this.export = Objects.requireNonNull(export, "export");
    }

    @Override
    public Integer call() {
        PhantomSeries series;
        try {
            series = options.series(count);
        } catch (IllegalArgumentException e) {
            throw new BadInput(e.getMessage());
        }
        int written = export.export(series, out);
        boolean stopped = written < series.count();
        spec.commandLine()
                .getOut()
                .println((stopped ? "Stopped. " : "") + "Wrote " + written + " phantoms to " + out + ".");
        return stopped ? ExitCode.INTERRUPTED : ExitCode.DONE;
    }
}
