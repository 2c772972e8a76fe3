package io.limen.aggregator.domain.strategy;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Every number of an explanation that has statistics: a closed list, so that no record can add to what is kept per model.
 * Features of the map and the baseline come first, then the traits of the image, then those of the model's answer.
 */
public enum Feature {
    /** Share of treated blocks with a negative effect, in [0,1]. */
    SUPPORTING_SHARE("supportingShare", Source.MAP, Scale.UNIT),
    /** Share of treated blocks with a positive effect, in [0,1]. */
    HINDERING_SHARE("hinderingShare", Source.MAP, Scale.UNIT),
    /** Share of treated blocks without an effect, in [0,1]. */
    IRRELEVANT_SHARE("irrelevantShare", Source.MAP, Scale.UNIT),
    /** Share of the effects within one region's side, in [0,1]. */
    LOCALITY("locality", Source.MAP, Scale.UNIT),
    /** Locality over what a uniform map would have, 0 or more. */
    ENRICHMENT("enrichment", Source.MAP, Scale.RATIO),
    /** Mean distance of the effects over that of a uniform map, 0 or more. */
    CAUSAL_RADIUS("causalRadius", Source.MAP, Scale.RATIO),
    /** Entropy of the map over the greatest possible, in [0,1]. */
    ENTROPY("entropy", Source.MAP, Scale.UNIT),
    /** Share of the blocks that take part, in (0,1]. */
    PARTICIPATION("participation", Source.MAP, Scale.UNIT),
    /** Gini coefficient of the map, in [0,1). */
    GINI("gini", Source.MAP, Scale.UNIT),
    /** Sum of effects over sum of their sizes, in [-1,1]. */
    SIGN_BALANCE("signBalance", Source.MAP, Scale.SIGNED_UNIT),
    /** Natural logarithm of a ratio, unbounded. */
    AXIS_ENRICHMENT("axisEnrichment", Source.MAP, Scale.LOGARITHM),
    /** In (0,1]. */
    AXIS_P_VALUE("axisPValue", Source.MAP, Scale.UNIT),
    /** Before against after the region in raster order, in [-1,1]. */
    SCAN_ASYMMETRY("scanAsymmetry", Source.MAP, Scale.SIGNED_UNIT),
    /** In (0,1]. */
    SCAN_P_VALUE("scanPValue", Source.MAP, Scale.UNIT),
    /** 100 x Dice before any intervention, percentage points in [0,100]. */
    BASELINE_DICE("baselineDice", Source.BASELINE, Scale.PERCENTAGE_POINTS),
    /** Of the image, in [0,1]. */
    BRIGHTNESS("brightness", Source.INPUT, Scale.UNIT),
    /** Of the image, in [0,1]. */
    CONTRAST("contrast", Source.INPUT, Scale.UNIT),
    /** Of the image, in [0,1]. */
    SATURATION("saturation", Source.INPUT, Scale.UNIT),
    /** Of the image, in [0,1]. */
    SHARPNESS("sharpness", Source.INPUT, Scale.UNIT),
    /** Share of the image that is segmented, in [0,1]. */
    SEGMENTED_SHARE("segmentedShare", Source.OUTPUT, Scale.UNIT),
    /** Mean of |2 p - 1| over the segmented pixels and the region, in [0,1]. */
    CERTAINTY("certainty", Source.OUTPUT, Scale.UNIT);

    /** What a feature is measured on. */
    public enum Source {
        /** The attribution map. */
        MAP,
        /** The region before any intervention. */
        BASELINE,
        /** The image, whatever the model makes of it. */
        INPUT,
        /** The model's answer before any intervention. */
        OUTPUT
    }

    /** Which values a feature takes. */
    public enum Scale {
        /** In [0,1]. */
        UNIT,
        /** In [-1,1]. */
        SIGNED_UNIT,
        /** In [0,100]. */
        PERCENTAGE_POINTS,
        /** 0 or more, 1 for a uniform map. */
        RATIO,
        /** Any number: the natural logarithm of a ratio. */
        LOGARITHM
    }

    private static final Map<String, Feature> BY_FIELD =
            Arrays.stream(values()).collect(Collectors.toUnmodifiableMap(Feature::fieldName, feature -> feature));

    private final String fieldName;
    private final Source source;
    private final Scale scale;

    Feature(String fieldName, Source source, Scale scale) {
        this.fieldName = fieldName;
        this.source = source;
        this.scale = scale;
    }

    /** The feature with this name in records; empty when there is none. */
    public static Optional<Feature> named(String fieldName) {
        return Optional.ofNullable(BY_FIELD.get(fieldName));
    }

    /** Its name in records, charts and settings. */
    public String fieldName() {
        return fieldName;
    }

    /** What it is measured on. */
    public Source source() {
        return source;
    }

    /** Which values it takes. */
    public Scale scale() {
        return scale;
    }
}
