package io.limen.producer.application;

import io.limen.producer.domain.deployment.Deployment;
import io.limen.producer.domain.identity.Receipt;
import java.util.BitSet;

/** Which cases of a source are to be published: those within the limit that no earlier run has published. */
final class Agenda {

    private final CaseSource source;
    private final PublishPlan plan;
    private final BitSet open = new BitSet();
    private final int earlier;

    Agenda(CaseSource source, PublishPlan plan, ReceiptBook receipts) {
        this.source = source;
        this.plan = plan;
        int planned = Math.min(plan.limit(), source.size());
        for (int index = 0; index < planned; index++) {
            open.set(index, !receipts.holds(entry(index).receipt()));
        }
        this.earlier = planned - open.cardinality();
    }

    /** Number of cases to publish. */
    int size() {
        return open.cardinality();
    }

    /** Number of cases that an earlier run has published. */
    int earlier() {
        return earlier;
    }

    /** The index of the first case to publish from an index on; -1: there is none. */
    int nextFrom(int index) {
        return open.nextSetBit(index);
    }

    Entry entry(int index) {
        return new Entry(source.at(index), plan.deploymentOf(index));
    }

    /**
     * A case to publish.
     *
     * @param sourceCase the case
     * @param deployment the model that it goes to
     */
    record Entry(SourceCase sourceCase, Deployment deployment) {

        Receipt receipt() {
            return Receipt.of(sourceCase.name(), deployment);
        }
    }
}
