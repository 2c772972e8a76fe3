package io.limen.aggregator.adapter.cli;

import static io.limen.aggregator.adapter.cli.UserMistakeException.require;

import io.limen.aggregator.application.report.ReportRequest;
import io.limen.aggregator.application.report.StatedLimits;
import io.limen.aggregator.domain.report.Period;
import io.limen.aggregator.domain.report.PeriodReport.Versions;
import io.limen.schemas.ModelKey;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import picocli.CommandLine.Option;

/** What a report is on, and where it goes. */
final class ReportOptions {

    /** Some two KiB each: what a gigabyte of heap has room for. */
    private static final int MOST = 250_000;

    private static final Instant LAST = Instant.parse("2100-01-01T00:00:00Z");

    @Option(names = "--bootstrap", paramLabel = "HOST:PORT", description = "The brokers.")
    private String bootstrap;

    @Option(
            names = "--security",
            paramLabel = "FILE",
            description = "A client.properties file, for brokers that ask who comes.")
    private Path security;

    @Option(
            names = "--schema-registry",
            paramLabel = "URL",
            description = "A schema registry with Confluent's interface, where the services have one.")
    private String schemaRegistry;

    @Option(
            names = "--schema-registry-authorization",
            paramLabel = "FILE",
            description = "File with the header Authorization that the registry is shown, as \"Bearer ...\".")
    private Path registryAuthorization;

    @Option(
            names = "--from",
            paramLabel = "TIME",
            description = "When the period begins, by when cases were segmented: 2026-03-01 (midnight UTC) or"
                    + " 2026-03-01T07:00:00Z.")
    private String from;

    @Option(names = "--to", paramLabel = "TIME", description = "When it ends; that instant is no part of it.")
    private String to;

    @Option(
            names = "--model",
            paramLabel = "M@V",
            description = "Only this version of a model; may be given several times. Default: all.")
    private List<String> models = new ArrayList<>();

    @Option(
            names = "--site",
            paramLabel = "S",
            description = "Only this site; may be given several times. Default: all.")
    private List<String> sites = new ArrayList<>();

    @Option(
            names = "--compare",
            paramLabel = "M@V",
            split = ",",
            description = "Two versions, separated by a comma: whether the second perceives as the first does, within"
                    + " --limits.")
    private List<String> compare = new ArrayList<>();

    @Option(
            names = "--limits",
            paramLabel = "FILE",
            description = {
                "YAML: the largest acceptable difference of means by feature (features:), of shares by class (shares:),",
                "and leastStudies (20). Write it before you look."
            })
    private Path limits;

    @Option(
            names = "--most",
            paramLabel = "N",
            defaultValue = "100000",
            description = "Explanations that are held at most. Default: ${DEFAULT-VALUE}.")
    private int most;

    @Option(names = "--out", paramLabel = "DIR", description = "Folder for the report.")
    private Path out;

    ReportRequest request() throws UserMistakeException {
        require(most >= 1 && most <= MOST, "--most: must be 1 to " + MOST + ", is " + most);
        Instant begin = time("--from", from);
        Instant end = time("--to", to);
        require(begin.isBefore(end), "--from: must be before --to");
        require(!begin.isBefore(Instant.EPOCH) && end.isBefore(LAST), "--from and --to: must be between 1970 and 2100");
        Set<String> wanted = new HashSet<>();
        for (String model : models) {
            wanted.add(model("--model", model));
        }
        if (!wanted.isEmpty()) {
            versions().ifPresent(both -> wanted.addAll(List.of(both.first(), both.second())));
        }
        return new ReportRequest(new Period(begin, end), wanted, new HashSet<>(sites), most);
    }

    Optional<Versions> versions() throws UserMistakeException {
        require(compare.isEmpty() == (limits == null), "--compare and --limits: one needs the other");
        if (compare.isEmpty()) {
            return Optional.empty();
        }
        require(compare.size() == 2, "--compare: name two versions, as unet@1,unet@2");
        Versions versions = new Versions(model("--compare", compare.get(0)), model("--compare", compare.get(1)));
        require(!versions.first().equals(versions.second()), "--compare: name two different versions");
        return Optional.of(versions);
    }

    Optional<StatedLimits> limits() throws UserMistakeException {
        return limits == null ? Optional.empty() : Optional.of(LimitsFile.read(limits));
    }

    ReportCommand.Brokers brokers() throws UserMistakeException {
        return new ReportCommand.Brokers(
                given("--bootstrap=HOST:PORT", bootstrap),
                Optional.ofNullable(security),
                Optional.ofNullable(schemaRegistry),
                Optional.ofNullable(registryAuthorization));
    }

    Path out() throws UserMistakeException {
        return given("--out=DIR", out);
    }

    private static Instant time(String option, String text) throws UserMistakeException {
        given(option + "=TIME", text);
        try {
            return text.contains("T")
                    ? Instant.parse(text)
                    : LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant();
        } catch (DateTimeParseException e) {
            throw new UserMistakeException(option + ": no time such as 2026-03-01 or 2026-03-01T07:00:00Z: " + text, e);
        }
    }

    private static String model(String option, String text) throws UserMistakeException {
        try {
            return ModelKey.parse(text).toString();
        } catch (IllegalArgumentException e) {
            throw new UserMistakeException(option + ": " + e.getMessage(), e);
        }
    }

    private static <T> T given(String option, T value) throws UserMistakeException {
        require(value != null, "missing option: " + option + " (limen report --help explains)");
        return value;
    }
}
