package io.limen.explainer.adapter.cli.capacity;

import io.limen.explainer.domain.capacity.CapacityPlan;
import io.limen.explainer.domain.capacity.CaseCost;
import io.limen.explainer.domain.capacity.KafkaPlan;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalLong;
import picocli.CommandLine;
import picocli.CommandLine.Option;

/** What there is to explain it with, and to keep it. */
final class MeansOptions {

    @Option(
            names = "--bench",
            paramLabel = "FILE",
            description =
                    "What limen bench --out FILE.json wrote: passes and seconds of your models on your device, on average.")
    private Path bench;

    @Option(names = "--passes", paramLabel = "N", description = "Forward passes of an explanation, instead of --bench.")
    private Double passes;

    @Option(
            names = "--pass-millis",
            paramLabel = "X",
            description = "Milliseconds of a forward pass on one device, instead of --bench.")
    private Double passMillis;

    @Option(
            names = "--devices",
            paramLabel = "N",
            description = "GPUs, or workers with cores of their own, that there are. Default: as many as are needed.")
    private Long devices;

    @Option(
            names = "--use",
            paramLabel = "X",
            defaultValue = "0.7",
            description = "Share of the time that they may be busy: cases come in bursts. Default: ${DEFAULT-VALUE}.")
    private double use;

    @Option(
            names = "--days",
            paramLabel = "N",
            defaultValue = "7",
            description = "Days for which Kafka keeps cases and explanations. Default: ${DEFAULT-VALUE}.")
    private double days;

    @Option(
            names = "--replicas",
            paramLabel = "N",
            defaultValue = "3",
            description = "Copies that Kafka keeps. Default: ${DEFAULT-VALUE}.")
    private int replicas;

    CaseCosts.Known cost(CommandLine line) {
        Given.require(
                bench == null || passes == null && passMillis == null,
                "--bench: says passes and milliseconds; give it alone, or --passes and --pass-millis",
                line);
        Given.require((passes == null) == (passMillis == null), "--passes: give it together with --pass-millis", line);
        if (bench != null) {
            return CaseCosts.read(bench, line);
        }
        if (passes == null) {
            return CaseCosts.OF_THE_DEMO;
        }
        Given.require(passes >= 1 && passes <= 1e9, "--passes: must be 1 to 1000000000, is " + passes, line);
        Given.require(passMillis > 0 && passMillis <= 1e7, "--pass-millis: must be above 0, at most 10000000", line);
        return new CaseCosts.Known(new CaseCost(passes, passMillis / 1_000), "as given");
    }

    CapacityPlan.Means means(CaseCost cost, CommandLine line) {
        Given.require(use > 0 && use < 1, "--use: must be above 0 and below 1, is " + use, line);
        Given.require(devices == null || devices >= 1, "--devices: must be 1 or more, is " + devices, line);
        Given.require(days >= 0 && days <= 36_500, "--days: must be 0 to 36500, is " + days, line);
        Given.require(replicas >= 1 && replicas <= 100, "--replicas: must be 1 to 100, is " + replicas, line);
        OptionalLong there =
                Optional.ofNullable(devices).stream().mapToLong(Long::longValue).findFirst();
        return new CapacityPlan.Means(cost, use, there, new KafkaPlan.Keeping(days, replicas));
    }
}
