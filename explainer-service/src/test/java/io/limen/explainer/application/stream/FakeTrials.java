package io.limen.explainer.application.stream;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Trials that every process of a test sees at once; what was begun and not ended is unfinished. */
final class FakeTrials implements Trials {

    final List<String> told = new ArrayList<>();
    final Deque<Standing> standings = new ArrayDeque<>();
    int failures;
    private final Map<String, Standing> known = new HashMap<>();

    @Override
    public synchronized Standing of(Delivery suspect) {
        if (failures-- > 0) {
            throw new StreamUnavailableException("away", new IllegalStateException());
        }
        return standings.isEmpty() ? known.getOrDefault(FakeQueue.name(suspect), Standing.NONE) : standings.remove();
    }

    @Override
    public synchronized void begin(Delivery suspect) {
        told.add("begun " + FakeQueue.name(suspect));
        known.put(FakeQueue.name(suspect), Standing.UNFINISHED);
    }

    @Override
    public synchronized void end(Delivery suspect) {
        told.add("ended " + FakeQueue.name(suspect));
        known.remove(FakeQueue.name(suspect));
    }
}
