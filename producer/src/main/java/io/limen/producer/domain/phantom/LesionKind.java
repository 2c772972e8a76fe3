package io.limen.producer.domain.phantom;

import java.util.SplittableRandom;

/** What a lesion is made of, by the structures that dermoscopy names. Amounts are 0 (none) to 1 (dominant). */
enum LesionKind {
    RETICULAR(0.26, new Range(0.18, 0.8), 0.9, 0.1, 0.3, 0.0, 0.0, 0.05),
    GLOBULAR(0.14, new Range(0.2, 0.8), 0.2, 0.9, 0.3, 0.0, 0.0, 0.1),
    HOMOGENEOUS(0.2, new Range(0.15, 0.9), 0.1, 0.1, 0.4, 0.0, 0.0, 0.15),
    MELANOMA(0.16, new Range(0.4, 1.0), 0.5, 0.5, 1.0, 0.75, 0.5, 0.15),
    KERATOSIS(0.14, new Range(0.17, 0.6), 0.3, 0.7, 0.6, 0.1, 0.25, 0.05),
    VASCULAR(0.1, new Range(0.08, 0.3), 0.0, 0.2, 0.8, 0.0, 0.2, 0.5);

    /** How often, before normalisation. */
    final double weight;

    /** Melanin density of the body of the lesion. */
    final Range melanin;

    final double network;
    final double globules;
    final double blotches;
    final double veil;
    final double scar;
    final double blood;

    LesionKind(
            double weight,
            Range melanin,
            double network,
            double globules,
            double blotches,
            double veil,
            double scar,
            double blood) {
        this.weight = weight;
        this.melanin = melanin;
        this.network = network;
        this.globules = globules;
        this.blotches = blotches;
        this.veil = veil;
        this.scar = scar;
        this.blood = blood;
    }

    static LesionKind draw(SplittableRandom random) {
        double total = 0;
        for (LesionKind kind : values()) {
            total += kind.weight;
        }
        double left = total * random.nextDouble();
        for (LesionKind kind : values()) {
            left -= kind.weight;
            if (left < 0) {
                return kind;
            }
        }
        return HOMOGENEOUS;
    }
}
