package io.limen.explainer.application.bench;

import io.limen.explainer.application.ModelRejectedException;
import io.limen.explainer.application.Progress;
import io.limen.explainer.application.SegmentationModel;
import io.limen.explainer.domain.intervention.Intervention;
import java.util.List;

/** Makes interventions in batches, without budget or schedule. Owned by one thread. */
final class PlainPasses {

    private final SegmentationModel.Probe probe;
    private final Progress progress;
    private long made;

    PlainPasses(SegmentationModel.Probe probe, Progress progress) {
        this.probe = probe;
        this.progress = progress;
    }

    /** Told of every intervention made, in their order. */
    @FunctionalInterface
    interface Observer {

        /**
         * @param position of the intervention among those asked for
         * @param probabilities of a batch, [interventions, region height, region width]
         * @param slot which of the batch
         */
        void observe(int position, float[] probabilities, int slot);
    }

    /** @throws InterruptedException when the thread is interrupted; noticed between batches */
    void make(List<Intervention> interventions, Observer observer) throws ModelRejectedException, InterruptedException {
        long inAll = made + interventions.size();
        int batch = probe.batchSize();
        for (int from = 0; from < interventions.size(); from += batch) {
            if (Thread.interrupted()) {
                throw new InterruptedException();
            }
            List<Intervention> now = interventions.subList(from, Math.min(interventions.size(), from + batch));
            float[] probabilities = probe.regionProbabilities(now);
            for (int slot = 0; slot < now.size(); slot++) {
                observer.observe(from + slot, probabilities, slot);
            }
            made += now.size();
            progress.forwards(made, inAll);
        }
    }
}
