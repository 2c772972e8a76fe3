package io.limen.producer.adapter.cli;

import io.limen.producer.domain.series.PhantomSeries;
import io.limen.producer.domain.series.Scenario;
import picocli.CommandLine.Option;

/** Options that make sense with phantoms only. */
final class PhantomOptions {

    private static final int DEFAULT_SIZE_PX = 128;

    @Option(
            names = "--size",
            paramLabel = "PIXELS",
            description = "Width and height of a phantom, 32 to 2048. Default: 128.")
    private Integer size;

    @Option(
            names = "--seed",
            paramLabel = "S",
            description = "Phantom i is made from seed S + i; the same seed gives the same phantoms. Default: 1.")
    private Long seed;

    @Option(
            names = "--scenario",
            paramLabel = "NAME",
            converter = ScenarioConverter.class,
            description =
                    "steady (the default); drift: the second half has other skin, light and artefacts; sticker: the"
                            + " second half has a small colour sticker in a corner and is else the same.")
    private Scenario scenario;

    /** The first option given, or null. */
    String first() {
        return size != null ? "--size" : seed != null ? "--seed" : scenario != null ? "--scenario" : null;
    }

    PhantomSeries series(int count) {
        return new PhantomSeries(
                count,
                size == null ? DEFAULT_SIZE_PX : size,
                seed == null ? 1 : seed,
                scenario == null ? Scenario.STEADY : scenario);
    }
}
