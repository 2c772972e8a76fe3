package io.limen.producer.application;

import io.limen.producer.domain.result.SegmentedCase;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;

/** Keeps what is published and answers as told. */
final class FakeResults implements SegmentationResults {

    final List<SegmentedCase> published = new ArrayList<>();
    int flushes;
    private final List<Runnable> unflushed = new ArrayList<>();
    private boolean late;
    private final Function<Integer, Delivery> answer;

    FakeResults(Function<Integer, Delivery> answer) {
        this.answer = answer;
    }

    static FakeResults takingEverything() {
        return new FakeResults(index -> new Delivery.Delivered());
    }

    /** Tells what became of a case when it is flushed, as brokers do. */
    FakeResults tellingLate() {
        late = true;
        return this;
    }

    @Override
    public void publish(SegmentedCase segmentedCase, Consumer<Delivery> told) {
        published.add(segmentedCase);
        Delivery delivery = answer.apply(published.size() - 1);
        unflushed.add(() -> told.accept(delivery));
        if (!late) {
            tellAll();
        }
    }

    private void tellAll() {
        unflushed.forEach(Runnable::run);
        unflushed.clear();
    }

    @Override
    public void flush() {
        flushes++;
        tellAll();
    }
}
