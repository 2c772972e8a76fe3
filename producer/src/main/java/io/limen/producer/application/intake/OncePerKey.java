package io.limen.producer.application.intake;

import io.limen.producer.domain.identity.Sha256;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;

/**
 * Publishes once what comes several times with one idempotency key: who comes again gets the first answer, who comes
 * meanwhile waits for it. The newest keys are remembered, in memory: after a restart a repetition is published again, as the
 * same case. A key belongs to who brought it. What was not published leaves no key behind, so that it can be tried again.
 */
public final class OncePerKey implements CaseIntake {

    private final CaseIntake intake;
    private final int mostKeys;
    private final Map<Owned, First> firsts = new LinkedHashMap<>();

    /**
     * @param intake publishes
     * @param mostKeys how many keys are remembered, 1 or more
     */
    public OncePerKey(CaseIntake intake, int mostKeys) {
        if (mostKeys < 1) {
            throw new IllegalArgumentException("OncePerKey: " + mostKeys);
        }
        this.intake = Objects.requireNonNull(intake, "intake");
        this.mostKeys = mostKeys;
    }

    private record Owned(String by, String key) {}

    private record First(Sha256 content, CompletableFuture<TakenIn> answer) {}

    @Override
    public CompletableFuture<TakenIn> take(BroughtCase brought) {
        return brought.claim().isEmpty()
                ? intake.take(brought)
                : take(brought, brought.claim().get());
    }

    private CompletableFuture<TakenIn> take(BroughtCase brought, BroughtCase.Claim claim) {
        Owned key = new Owned(brought.by(), claim.key());
        First own = new First(claim.content(), new CompletableFuture<>());
        First earlier = enter(key, own);
        if (earlier == null) {
            publish(brought, key, own);
            return own.answer().copy();
        }
        return earlier.content().equals(claim.content())
                ? earlier.answer().copy()
                : CompletableFuture.completedFuture(new TakenIn.KeyReused());
    }

    private synchronized First enter(Owned key, First own) {
        First earlier = firsts.putIfAbsent(key, own);
        Iterator<Owned> oldest = firsts.keySet().iterator();
        while (firsts.size() > mostKeys) {
            oldest.next();
            oldest.remove();
        }
        return earlier;
    }

    private void publish(BroughtCase brought, Owned key, First own) {
        try {
            intake.take(brought).whenComplete((answer, fault) -> {
                if (!(answer instanceof TakenIn.Published)) {
                    forget(key, own);
                }
                tell(own.answer(), answer, fault);
            });
        } catch (RuntimeException | Error fault) {
            forget(key, own);
            own.answer().completeExceptionally(fault);
            throw fault;
        }
    }

    private synchronized void forget(Owned key, First own) {
        firsts.remove(key, own);
    }

    private static void tell(CompletableFuture<TakenIn> waiting, TakenIn answer, Throwable fault) {
        if (fault == null) {
            waiting.complete(answer);
        } else {
            waiting.completeExceptionally(fault);
        }
    }
}
