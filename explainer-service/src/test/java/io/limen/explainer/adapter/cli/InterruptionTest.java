package io.limen.explainer.adapter.cli;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class InterruptionTest {

    @Test
    void theEndOfTheProcessInterruptsTheWorkerAndWaitsUntilItIsDone() throws InterruptedException {
        Interruption interruption = Interruption.ofThisThread();
        Thread ending = new Thread(interruption::interruptWorker);

        ending.start();
        while (!Thread.interrupted()) {
            Thread.onSpinWait();
        }

        assertTrue(interruption.requested());
        assertTrue(ending.isAlive());
        interruption.close();
        ending.join();
    }

    @Test
    void workThatEndsByItselfWasNotInterrupted() {
        Interruption interruption = Interruption.ofThisThread();

        interruption.close();

        assertFalse(interruption.requested());
        assertFalse(Thread.interrupted());
    }
}
