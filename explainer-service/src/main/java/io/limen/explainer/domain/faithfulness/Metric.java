package io.limen.explainer.domain.faithfulness;

/** What a method is judged by. */
public enum Metric {
    DELETION(
            "deletion",
            "Dice points",
            Better.HIGHER,
            "how much faster than in random order the region's Dice falls when blocks are replaced by donors, the most"
                    + " relevant first: area between the two curves"),
    INSERTION(
            "insertion",
            "Dice points",
            Better.HIGHER,
            "how much faster than in random order it comes back when blocks are put back, the most relevant first"),
    LEADING_DELETION(
            "leading deletion",
            "Dice points",
            Better.HIGHER,
            "how much more than in random order the region's Dice falls when the most relevant twentieth of the blocks is"
                    + " replaced"),
    LEADING_INSERTION(
            "leading insertion",
            "Dice points",
            Better.HIGHER,
            "how much more than in random order comes back when only the most relevant twentieth of the blocks is put back"),
    SMOOTH_DELETION(
            "deletion, filled in",
            "Dice points",
            Better.HIGHER,
            "deletion with blocks filled in from what is left of the picture instead of donors"),
    SMOOTH_INSERTION(
            "insertion, filled in",
            "Dice points",
            Better.HIGHER,
            "insertion with blocks filled in from what is left of the picture instead of donors"),
    SUFFICIENCY(
            "sufficiency",
            "share of blocks",
            Better.LOWER,
            "the share of blocks, the most relevant first, that brings 90 % of the unperturbed Dice back, where donors"
                    + " everywhere take more than a tenth away"),
    LEAKAGE(
            "off-target leakage",
            "share of changed pixels",
            Better.LOWER,
            "of what changes in the segmentation when the most relevant twentieth is replaced, the share outside the region"),
    INFIDELITY(
            "infidelity",
            "share of variance",
            Better.LOWER,
            "how far the summed relevance of random sets of blocks is from what the region loses without them, among sets"
                    + " of one size"),
    VOUCHED_FOR(
            "vouched for",
            "share of maps",
            Better.HIGHER,
            "whether the check of 64 passes that a stream makes of every map says that this one foretells what joint"
                    + " replacements do, where it can tell"),
    STABILITY(
            "stability",
            "rank correlation",
            Better.HIGHER,
            "between the maps of two seeds; methods without a seed have 1 by nature"),
    SANITY(
            "same map without the model",
            "rank correlation, its size",
            Better.NEARER_ZERO,
            "between the map of the model and that of the model with its weights shuffled"),
    VOUCHED_WITHOUT(
            "vouched for without the model",
            "share of maps",
            Better.LOWER,
            "whether the same check lets a map pass that was made of the model with its weights shuffled"),
    CAUSE_SHARE(
            "share on the planted cause",
            "share of the map",
            Better.HIGHER,
            "the share of the map on blocks that touch the cause, which is known by construction"),
    CAUSE_HIT(
            "strongest block on the planted cause",
            "share of cases",
            Better.HIGHER,
            "whether the strongest block touches the cause"),
    FORWARDS("cost", "forward passes", Better.LOWER, "forward passes, a gradient as the engine counts it"),
    SECONDS("time", "seconds", Better.LOWER, "wall-clock of one thread beside the others");

    private final String label;
    private final String unit;
    private final Better better;
    private final String meaning;

    Metric(String label, String unit, Better better, String meaning) {
        this.label = label;
        this.unit = unit;
        this.better = better;
        this.meaning = meaning;
    }

    /** Which value is better. */
    public enum Better {
        HIGHER,
        LOWER,
        NEARER_ZERO
    }

    /** What it is called in tables. */
    public String label() {
        return label;
    }

    public String unit() {
        return unit;
    }

    public Better better() {
        return better;
    }

    /** One sentence without a capital letter or a full stop. */
    public String meaning() {
        return meaning;
    }
}
