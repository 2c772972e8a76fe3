package io.limen.producer.bootstrap;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class StopSignalTest {

    @Test
    void whatIsToBeDoneWhenTheUserStopsIsDoneOnceAndLaterAtOnce() {
        StopSignal stop = new StopSignal();
        List<String> done = new ArrayList<>();
        stop.whenWanted(() -> done.add("before"));
        stop.commandEnded();

        stop.stop();
        stop.whenWanted(() -> done.add("after"));

        assertTrue(stop.wanted());
        assertEquals(List.of("before", "after"), done);
    }
}
