package io.limen.explainer.domain.component;

import java.util.Locale;

/** What a component's output is replaced by. */
public enum AblationKind {
    /** What it is on a donor image, position by position: the counterpart of a donor patch, and as natural as that. */
    RESAMPLE,
    /** Per channel its mean over the donor images and all positions: what the channel says in general, without where. */
    MEAN,
    /** Zero. */
    ZERO;

    /** The word for it in records, files and pages. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
