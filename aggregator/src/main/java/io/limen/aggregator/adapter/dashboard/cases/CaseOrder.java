package io.limen.aggregator.adapter.dashboard.cases;

import java.util.Arrays;
import java.util.Optional;

/** How a page of explanations is sorted; among equals the one that came later is first. */
enum CaseOrder {
    /** Explained last first. */
    NEWEST("newest") {
        @Override
        double rank(CaseColumns columns, int slot) {
            return -columns.explainedAt(slot);
        }
    },
    /** Explained first first. */
    OLDEST("oldest") {
        @Override
        double rank(CaseColumns columns, int slot) {
            return columns.explainedAt(slot);
        }
    },
    /** Worst segmented first; without a Dice last. */
    DICE("dice") {
        @Override
        double rank(CaseColumns columns, int slot) {
            return columns.dice(slot);
        }
    };

    private final String word;

    CaseOrder(String word) {
        this.word = word;
    }

    static Optional<CaseOrder> named(String word) {
        return Arrays.stream(values()).filter(order -> order.word.equals(word)).findFirst();
    }

    /** Smallest first. Milliseconds of this era fit into a double exactly. */
    abstract double rank(CaseColumns columns, int slot);
}
