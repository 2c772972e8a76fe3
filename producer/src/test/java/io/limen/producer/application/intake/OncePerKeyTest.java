package io.limen.producer.application.intake;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.limen.producer.application.intake.BroughtCase.Claim;
import io.limen.producer.domain.identity.CaseId;
import io.limen.producer.domain.identity.Sha256;
import java.util.ArrayDeque;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class OncePerKeyTest {

    private static final TakenIn PUBLISHED = new TakenIn.Published(new CaseId("c"), false);
    private static final TakenIn AWAY = new TakenIn.Unavailable("away");

    private final Queue<CompletableFuture<TakenIn>> answers = new ArrayDeque<>();
    private int published;
    private final OncePerKey once = new OncePerKey(
            brought -> {
                published++;
                return answers.remove();
            },
            2);

    private void next(TakenIn answer) {
        answers.add(CompletableFuture.completedFuture(answer));
    }

    private static BroughtCase keyed(String by, String key, String content) {
        return BroughtCases.of(by, Optional.of(new Claim(key, Sha256.of(content))));
    }

    @Test
    void repetitionGetsTheFirstAnswerAndIsNotPublished() {
        next(PUBLISHED);
        once.take(keyed("a", "k", "x")).join();

        TakenIn again = once.take(keyed("a", "k", "x")).join();

        assertEquals(PUBLISHED, again);
        assertEquals(1, published);
    }

    @Test
    void repetitionMeanwhileWaitsForTheFirst() {
        CompletableFuture<TakenIn> first = new CompletableFuture<>();
        answers.add(first);
        once.take(keyed("a", "k", "x"));

        CompletableFuture<TakenIn> again = once.take(keyed("a", "k", "x"));

        assertFalse(again.isDone());
        first.complete(PUBLISHED);
        assertEquals(PUBLISHED, again.join());
        assertEquals(1, published);
    }

    @Test
    void anotherContentUnderTheKeyIsRefused() {
        next(PUBLISHED);
        once.take(keyed("a", "k", "x")).join();

        assertEquals(new TakenIn.KeyReused(), once.take(keyed("a", "k", "y")).join());
    }

    @Test
    void keyOfSomebodyElseIsAnotherKey() {
        next(PUBLISHED);
        next(PUBLISHED);
        once.take(keyed("a", "k", "x")).join();
        once.take(keyed("b", "k", "y")).join();

        assertEquals(2, published);
    }

    @Test
    void whatWasNotPublishedCanBeTriedAgain() {
        next(AWAY);
        next(PUBLISHED);
        once.take(keyed("a", "k", "x")).join();

        assertEquals(PUBLISHED, once.take(keyed("a", "k", "x")).join());
    }

    @Test
    void faultLeavesNoKeyBehind() {
        assertThrows(RuntimeException.class, () -> once.take(keyed("a", "k", "x")));
        next(PUBLISHED);

        assertEquals(PUBLISHED, once.take(keyed("a", "k", "x")).join());
    }

    @Test
    void oldestKeysAreForgotten() {
        for (String key : new String[] {"1", "2", "3", "1"}) {
            next(PUBLISHED);
            once.take(keyed("a", key, key)).join();
        }

        assertEquals(4, published);
    }

    @Test
    void withoutAKeyEveryCaseIsPublished() {
        next(PUBLISHED);
        next(PUBLISHED);
        once.take(BroughtCases.of("a", Optional.empty())).join();
        once.take(BroughtCases.of("a", Optional.empty())).join();

        assertEquals(2, published);
    }
}
