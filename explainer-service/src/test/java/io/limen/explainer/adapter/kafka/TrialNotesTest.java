package io.limen.explainer.adapter.kafka;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.limen.explainer.application.stream.StreamUnavailableException;
import java.lang.reflect.Proxy;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.errors.TimeoutException;
import org.junit.jupiter.api.Test;

class TrialNotesTest {

    private final AtomicInteger made = new AtomicInteger();
    private final Deque<Throwable> faults = new ArrayDeque<>();
    private final TrialNotes notes = new TrialNotes(this::admin, "trial-");

    private Admin admin() {
        made.incrementAndGet();
        return (Admin) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {Admin.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("close")) {
                        return null;
                    }
                    throw faults.remove();
                });
    }

    @Test
    void aClientThatDoesNotAnswerIsMadeAnew() {
        faults.addAll(
                List.of(new TimeoutException("The AdminClient thread has exited."), new OutOfMemoryError("simulated")));
        for (int asked = 1; asked <= 2; asked++) {
            assertThrows(StreamUnavailableException.class, () -> notes.delete("trial-1"));
            assertEquals(asked, made.get());
        }
    }
}
