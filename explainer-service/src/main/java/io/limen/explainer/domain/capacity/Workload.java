package io.limen.explainer.domain.capacity;

/**
 * What comes.
 *
 * @param casesPerMinute of all models together, more than 0
 * @param groups versions of models times sites times reference modes, 1 or more; each is watched by itself
 * @param casesPerStudy 1 or more
 * @param map what an explanation covers
 * @param caseBytes of one record of a case, image and mask, 1 or more
 */
public record Workload(double casesPerMinute, int groups, double casesPerStudy, MapShape map, long caseBytes) {

    public Workload {
        boolean rate = casesPerMinute > 0 && casesPerMinute < Double.POSITIVE_INFINITY;
        boolean study = casesPerStudy >= 1 && casesPerStudy < Double.POSITIVE_INFINITY;
        if (!rate || !study || groups < 1 || caseBytes < 1) {
            throw new IllegalArgumentException("Workload: " + casesPerMinute + " a minute, " + groups + " groups, "
                    + casesPerStudy + " cases a study, " + caseBytes + " bytes");
        }
    }

    double casesPerSecond() {
        return casesPerMinute / 60;
    }
}
