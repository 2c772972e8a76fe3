package io.limen.producer.adapter.http.access;

import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.ext.web.RoutingContext;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * What every request passes: too large a body is refused before it is read, and so is one more than the intake works at.
 * Whoever is refused waits outside: nothing queues here.
 */
public final class IntakeGate {

    /** For a caller who went away before the answer. */
    private static final int NO_ANSWER = 499;

    private final Semaphore places;
    private final long mostBytes;
    private final MeterRegistry registry;

    /**
     * @param mostAtOnce requests that are worked at, 1 or more
     * @param mostBytes the largest body whose size is announced
     */
    public IntakeGate(int mostAtOnce, long mostBytes, MeterRegistry registry) {
        this.places = new Semaphore(mostAtOnce);
        this.mostBytes = mostBytes;
        this.registry = registry;
        registry.gauge("intake.in.flight", places, free -> (double) mostAtOnce - free.availablePermits());
    }

    /** Before anybody asks who calls. */
    public void enter(RoutingContext context) {
        if (brings(context)) {
            context.addEndHandler(
                    ended -> count(ended.succeeded() ? context.response().getStatusCode() : NO_ANSWER));
        }
        if (announcedBytes(context) > mostBytes) {
            Refusals.tooLarge(context);
        } else {
            context.next();
        }
    }

    /** Once it is known who calls, and that they may. */
    public void admit(RoutingContext context) {
        if (!brings(context)) {
            context.next();
        } else if (places.tryAcquire()) {
            giveBack(context);
            context.next();
        } else {
            Refusals.tooMany(context);
        }
    }

    /** Before the answer is on its way: who has it may come again at once. A stream has its place until it ends. */
    private void giveBack(RoutingContext context) {
        AtomicBoolean back = new AtomicBoolean();
        Runnable once = () -> {
            if (back.compareAndSet(false, true)) {
                places.release();
            }
        };
        context.addHeadersEndHandler(head -> {
            if (!context.response().isChunked()) {
                once.run();
            }
        });
        context.addEndHandler(ended -> once.run());
    }

    private void count(int status) {
        registry.counter("intake.requests", "status", Integer.toString(status)).increment();
    }

    private static boolean brings(RoutingContext context) {
        return context.request().method().name().equals("POST");
    }

    private static long announcedBytes(RoutingContext context) {
        try {
            String length = context.request().getHeader("Content-Length");
            return length == null ? 0 : Long.parseLong(length);
        } catch (NumberFormatException e) {
            return Long.MAX_VALUE;
        }
    }
}
