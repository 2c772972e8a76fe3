package io.limen.explainer.application;

import io.limen.explainer.domain.image.Image;
import io.limen.explainer.domain.image.Window;
import io.limen.explainer.domain.intervention.DonorChoice;
import io.limen.explainer.domain.intervention.DrawSchedule;

/**
 * The published schedule on one case: all treated blocks, on the whole image.
 *
 * @param subject the case
 * @param schedule the schedule's constants
 */
record PublishedStage(TreatedCase subject, DrawSchedule.Published schedule) {

    ScheduleResult result() throws ModelRejectedException, InterruptedException {
        DonorChoice donors = new DonorChoice(subject.seed(), subject.bank().size());
        PublishedRun run = new PublishedRun(subject.planned().blocks(), schedule, donors);
        Image input = subject.segmented().input();
        try (SegmentationModel.Probe probe = subject.model()
                .probe(
                        input,
                        subject.planned().region(),
                        subject.bank(),
                        subject.meter().preparation(subject.planned().blocks().size()))) {
            ForwardPasses passes = new ForwardPasses(probe, subject.score(), subject.meter(), subject.progress());
            return run.result(passes, subject.meter(), Window.whole(input.height(), input.width()));
        }
    }
}
