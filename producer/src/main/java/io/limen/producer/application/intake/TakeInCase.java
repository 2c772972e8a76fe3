package io.limen.producer.application.intake;

import io.limen.producer.application.BadInput;
import io.limen.producer.application.CaseAssembly;
import io.limen.producer.application.Delivery;
import io.limen.producer.application.Reading;
import io.limen.producer.application.Reading.Readable;
import io.limen.producer.application.Reading.Unreadable;
import io.limen.producer.application.SegmentationResults;
import io.limen.producer.domain.result.SegmentedCase;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;

/** Use case: publish a case that somebody brings. */
public final class TakeInCase implements CaseIntake {

    private final CaseAssembly assembly;
    private final SegmentationResults results;

    /** Publishes to a stream. */
    public TakeInCase(CaseAssembly assembly, SegmentationResults results) {
        this.assembly = Objects.requireNonNull(assembly, "assembly");
        this.results = Objects.requireNonNull(results, "results");
    }

    @Override
    public CompletableFuture<TakenIn> take(BroughtCase brought) {
        try {
            Reading<SegmentedCase> assembled = assembly.assemble(brought.content(), brought.deployment(), true);
            return assembled instanceof Readable<SegmentedCase> ready
                    ? publish(ready.value())
                    : answered(refused((Unreadable<SegmentedCase>) assembled));
        } catch (BadInput e) {
            // what the intake itself needs is not there, such as the key of pseudonyms
            return answered(new TakenIn.Unavailable(e.getMessage()));
        } catch (OutOfMemoryError e) {
            // one large allocation failed and nothing is left half done; alone the image may fit
            return answered(new TakenIn.Unavailable("takes more memory than there is just now"));
        }
    }

    /** What a store would not take that is away, it may take later. */
    private static TakenIn refused(Unreadable<SegmentedCase> unreadable) {
        return unreadable.passing()
                ? new TakenIn.Unavailable(unreadable.reason())
                : new TakenIn.Unusable(unreadable.reason());
    }

    private CompletableFuture<TakenIn> publish(SegmentedCase ready) {
        CompletableFuture<TakenIn> answer = new CompletableFuture<>();
        results.publish(ready, delivery -> answer.complete(answer(ready, delivery)));
        return answer;
    }

    private static TakenIn answer(SegmentedCase ready, Delivery delivery) {
        if (delivery instanceof Delivery.Delivered) {
            return new TakenIn.Published(ready.id(), ready.masks().groundTruth().isPresent());
        }
        return delivery instanceof Delivery.Refused refused
                ? new TakenIn.Unusable(refused.reason())
                : new TakenIn.Unavailable(((Delivery.BrokerLost) delivery).reason());
    }

    private static CompletableFuture<TakenIn> answered(TakenIn answer) {
        return CompletableFuture.completedFuture(answer);
    }
}
