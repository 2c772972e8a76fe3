package io.limen.explainer.adapter.djl;

/**
 * How interventions are run.
 *
 * @param layout the order of the input's values
 * @param images in one forward pass, 1 or more
 */
record BatchPlan(MemoryLayout layout, int images) {

    /** How results are defined: what every other plan must agree with. */
    static final BatchPlan CANONICAL = new BatchPlan(MemoryLayout.PLAIN, 1);

    BatchPlan {
        if (images < 1) {
            throw new IllegalArgumentException("BatchPlan: " + images + " images");
        }
    }

    BatchPlan atMost(int most) {
        return new BatchPlan(layout, Math.min(images, most));
    }
}
