package io.limen.aggregator.adapter.cli;

import static io.limen.aggregator.adapter.cli.UserMistakeException.require;

import io.limen.aggregator.application.report.ReportRequest;
import io.limen.aggregator.application.report.ReportWriter;
import io.limen.aggregator.application.report.Retained;
import io.limen.aggregator.application.report.RetainedRecords;
import io.limen.aggregator.application.report.StatedLimits;
import io.limen.aggregator.domain.report.PeriodReport;
import io.limen.aggregator.domain.report.PeriodReport.Versions;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code limen report}: a period for audits, and two versions of a model against each other for change control. */
@Command(
        name = "report",
        sortOptions = false,
        abbreviateSynopsis = true,
        header = "Reports on a period: how models perceived, alerts, and whether two versions perceive alike.",
        description =
                "Reads what the topics still hold and writes report.html, one page to read and to print, and report.json.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  limen report --bootstrap 127.0.0.1:9092 --from 2026-01-01 --to 2026-04-01 --out quarter/",
            "  limen report --bootstrap 127.0.0.1:9092 --from 2026-03-01 --to 2026-04-01 --compare unet@1,unet@2"
                    + " --limits limits.yaml --out change/",
            "",
            "Exit codes: 0 done (whatever the verdict), 2 bad usage or input, 1 anything else."
        })
public final class ReportCommand implements Callable<Integer> {

    private static final Duration TOLD_EVERY = Duration.ofSeconds(5);

    /** Opens what is read. */
    @FunctionalInterface
    public interface Archive {

        /** @throws IOException one line, when what was named can't be used */
        RetainedRecords open(Brokers brokers) throws IOException;
    }

    /**
     * Where it lies.
     *
     * @param bootstrap host:port, comma-separated
     * @param security a client.properties file
     * @param schemaRegistry address of a registry; empty: records are in Avro's single-object encoding
     * @param registryAuthorization file with what the registry is shown
     */
    public record Brokers(
            String bootstrap,
            Optional<Path> security,
            Optional<String> schemaRegistry,
            Optional<Path> registryAuthorization) {}

    @ArgGroup(validate = false, heading = "%n")
    private final ReportOptions options = new ReportOptions();

    @Spec
    private CommandSpec spec;

    private final Archive archive;
    private final ReportWriter writer;
    private final InstantSource clock;
    private Instant told = Instant.MIN;

    /** Reads and writes by these. */
    public ReportCommand(Archive archive, ReportWriter writer, InstantSource clock) {
        this.archive = archive;
        this.writer = writer;
        this.clock = clock;
    }

    @Override
    public Integer call() throws UserMistakeException, IOException {
        ReportRequest request = options.request();
        Optional<Versions> versions = options.versions();
        Optional<StatedLimits> limits = options.limits();
        Path out = folder(options.out());
        RetainedRecords records = open();
        Retained retained = records.read(request, this::progress);
        LimenCommand.tell(
                spec.commandLine(),
                "read: %,d explanations of the period, %,d alerts"
                        .formatted(retained.cases().size(), retained.alerts().size()));
        PeriodReport report = versions.isPresent()
                ? PeriodReport.of(
                        request.period(),
                        retained.cases(),
                        retained.alerts(),
                        versions.get(),
                        limits.orElseThrow().limits())
                : PeriodReport.of(request.period(), retained.cases(), retained.alerts());
        print(report, writer.write(out, new ReportWriter.Content(request, retained, report, limits, clock.instant())));
        return 0;
    }

    private RetainedRecords open() throws UserMistakeException {
        try {
            return archive.open(options.brokers());
        } catch (IOException e) {
            throw new UserMistakeException(e.getMessage(), e);
        }
    }

    private static Path folder(Path out) throws UserMistakeException {
        require(!Files.exists(out) || Files.isDirectory(out), "--out: not a folder: " + out);
        try {
            Files.createDirectories(out);
            Files.delete(Files.createTempFile(out, ".limen", ".tmp"));
            return out;
        } catch (IOException e) {
            throw new UserMistakeException("--out: can't write to " + out, e);
        }
    }

    private void print(PeriodReport report, List<Path> written) {
        PrintWriter out = spec.commandLine().getOut();
        report.comparison()
                .ifPresent(one -> out.println(one.second() + " against " + one.first() + ": " + one.verdict()));
        written.forEach(path -> out.println("written      " + path));
        out.flush();
    }

    private void progress(long records) {
        Instant now = clock.instant();
        if (told.equals(Instant.MIN)) {
            told = now;
        } else if (Duration.between(told, now).compareTo(TOLD_EVERY) >= 0) {
            told = now;
            LimenCommand.tell(spec.commandLine(), "reading: %,d records so far".formatted(records));
        }
    }
}
