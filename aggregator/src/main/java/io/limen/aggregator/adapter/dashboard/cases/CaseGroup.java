package io.limen.aggregator.adapter.dashboard.cases;

/**
 * Explanations that may be held against each other.
 *
 * @param model model@version
 * @param site where the model runs
 * @param referenceMode what regions are scored against
 */
record CaseGroup(String model, String site, String referenceMode) {

    private static final int MOST_CHARACTERS = 250;

    CaseGroup {
        if (model.length() > MOST_CHARACTERS || site.length() > MOST_CHARACTERS) {
            throw new IllegalArgumentException("CaseGroup: a name has more than " + MOST_CHARACTERS + " characters");
        }
    }
}
