package io.limen.aggregator.domain.drift;

import io.limen.aggregator.domain.strategy.PerceptualStrategy;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What the watch looks at. The weights are how the one promise per group is divided: half for reliance, which nothing else
 * watches, a quarter each for outputs and inputs. Locality, the headline of perception, has half of reliance's; the shares
 * of classes are watched as features that are 1 or 0.
 */
public enum MonitoredFeature {
    LOCALITY("locality", DriftSource.RELIANCE, 8),
    CAUSAL_RADIUS("causalRadius", DriftSource.RELIANCE, 2),
    ENTROPY("entropy", DriftSource.RELIANCE, 1),
    SUPPORTING_SHARE("supportingShare", DriftSource.RELIANCE, 1),
    STRATEGY_NONE(PerceptualStrategy.NONE),
    STRATEGY_LOCAL(PerceptualStrategy.LOCAL),
    STRATEGY_GLOBAL(PerceptualStrategy.GLOBAL),
    STRATEGY_SEQUENTIAL(PerceptualStrategy.SEQUENTIAL),
    BASELINE_DICE("baselineDice", DriftSource.OUTPUTS, 3),
    SEGMENTED_SHARE("segmentedShare", DriftSource.OUTPUTS, 3),
    CERTAINTY("certainty", DriftSource.OUTPUTS, 2),
    BRIGHTNESS("brightness", DriftSource.INPUTS, 2),
    CONTRAST("contrast", DriftSource.INPUTS, 2),
    SATURATION("saturation", DriftSource.INPUTS, 2),
    SHARPNESS("sharpness", DriftSource.INPUTS, 2);

    private static final double PARTS = 32;

    private static final Map<String, MonitoredFeature> BY_NAME = Arrays.stream(values())
            .collect(Collectors.toUnmodifiableMap(MonitoredFeature::featureName, Function.identity()));

    private static final Map<String, MonitoredFeature> BY_CONSTANT =
            Arrays.stream(values()).collect(Collectors.toUnmodifiableMap(MonitoredFeature::name, Function.identity()));

    private final String featureName;
    private final DriftSource source;
    private final double weight;
    private final Optional<PerceptualStrategy> strategy;

    MonitoredFeature(String featureName, DriftSource source, int parts) {
        this.featureName = featureName;
        this.source = source;
        this.weight = parts / PARTS;
        this.strategy = Optional.empty();
    }

    MonitoredFeature(PerceptualStrategy strategy) {
        this.featureName = "strategy." + strategy.name();
        this.source = DriftSource.RELIANCE;
        this.weight = 1 / PARTS;
        this.strategy = Optional.of(strategy);
    }

    /** Its name among the features of an explanation; strategy.CLASS for the share of a class. */
    public String featureName() {
        return featureName;
    }

    /** What has moved when it moves. */
    public DriftSource source() {
        return source;
    }

    /** Its part of the promise, in (0,1]; all sum to 1. */
    public double weight() {
        return weight;
    }

    /** The class whose share it is, if it is one. */
    public Optional<PerceptualStrategy> strategy() {
        return strategy;
    }

    /** The constant of that name, if there is one. */
    public static Optional<MonitoredFeature> ofConstant(String name) {
        return Optional.ofNullable(BY_CONSTANT.get(name));
    }

    /** The feature of that name, if it is monitored. */
    public static Optional<MonitoredFeature> named(String name) {
        return Optional.ofNullable(BY_NAME.get(name));
    }
}
