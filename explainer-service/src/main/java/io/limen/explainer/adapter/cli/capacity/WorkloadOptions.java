package io.limen.explainer.adapter.cli.capacity;

import io.limen.explainer.domain.capacity.MapShape;
import io.limen.explainer.domain.capacity.Workload;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine;
import picocli.CommandLine.Option;

/** What comes. */
final class WorkloadOptions {

    private static final Pattern SIZE = Pattern.compile("(\\d{1,5})x(\\d{1,5})");
    private static final int MOST_COLUMNS = 6;

    @Option(
            names = "--per-minute",
            split = ",",
            paramLabel = "N",
            defaultValue = "10,1000,100000",
            description = "Cases a minute of all models together, up to six numbers. Default: ${DEFAULT-VALUE}.")
    private List<Double> perMinute;

    @Option(
            names = "--groups",
            paramLabel = "N",
            defaultValue = "10",
            description =
                    "Groups that are watched by themselves: versions of models x sites x kinds of reference. Default: ${DEFAULT-VALUE}.")
    private int groups;

    @Option(
            names = "--cases-per-study",
            paramLabel = "N",
            defaultValue = "1",
            description = "Cases of one examination. Default: ${DEFAULT-VALUE}.")
    private double casesPerStudy;

    @Option(
            names = "--input",
            paramLabel = "HxW",
            defaultValue = "256x256",
            description = "What the model sees, pixels. Default: ${DEFAULT-VALUE}.")
    private String input;

    @Option(
            names = "--block",
            paramLabel = "N",
            defaultValue = "8",
            description = "Side of a block, pixels. Default: ${DEFAULT-VALUE}.")
    private int block;

    @Option(
            names = "--case-bytes",
            paramLabel = "N",
            defaultValue = "62000",
            description =
                    "Bytes of a case, image and mask. Default: ${DEFAULT-VALUE}, dermoscopy of 256x256 as PNG; as JPEG 11000.")
    private long caseBytes;

    List<Workload> workloads(CommandLine line) {
        Given.require(
                perMinute.size() <= MOST_COLUMNS && perMinute.stream().allMatch(each -> each > 0 && each <= 1e9),
                "--per-minute: up to six numbers above 0, at most 1000000000",
                line);
        Given.require(groups >= 1 && groups <= 1_000_000, "--groups: must be 1 to 1000000, is " + groups, line);
        Given.require(casesPerStudy >= 1 && casesPerStudy <= 100_000, "--cases-per-study: must be 1 to 100000", line);
        Given.require(
                caseBytes >= 1 && caseBytes <= 1L << 40, "--case-bytes: must be 1 to 2^40, is " + caseBytes, line);
        MapShape map = map(line);
        return perMinute.stream()
                .map(rate -> new Workload(rate, groups, casesPerStudy, map, caseBytes))
                .toList();
    }

    private MapShape map(CommandLine line) {
        Matcher size = SIZE.matcher(input);
        Given.require(size.matches(), "--input: must be HEIGHTxWIDTH, as 256x256, is " + input, line);
        int height = Integer.parseInt(size.group(1));
        int width = Integer.parseInt(size.group(2));
        Given.require(height > 0 && width > 0, "--input: must be 1x1 or more, is " + input, line);
        Given.require(
                block >= 1 && block <= Math.min(height, width),
                "--block: must be 1 to the smaller side of --input, is " + block,
                line);
        return new MapShape(height, width, block);
    }
}
