package io.limen.producer.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.limen.producer.adapter.http.FakeBroker;
import io.limen.producer.adapter.http.Pictures;
import io.limen.producer.client.ClientSettings.WhenFull;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@QuarkusTest
@Timeout(value = 90, unit = TimeUnit.SECONDS)
class LimenClientTest {

    private static final String TOKEN = "a-token-for-tests-of-32-letters!";

    @TestHTTPResource
    URI intake;

    @Inject
    FakeBroker broker;

    @BeforeEach
    void forgetWhatWas() {
        broker.clear();
    }

    private static Segmentation aCase(int level) {
        return Segmentation.of("unet@3", "clinic", Pictures.gray(level));
    }

    private static NotTakenException whyNot(CompletableFuture<CaseId> answer) {
        CompletionException ended = assertThrows(CompletionException.class, answer::join);
        return assertInstanceOf(NotTakenException.class, ended.getCause());
    }

    @Test
    void caseIsAnsweredWithTheIdUnderWhichItIsPublished() {
        try (LimenClient client = LimenClient.connect(intake, TOKEN)) {
            CaseId id = client.submit(
                            aCase(40).withMask(Pictures.mask(Pictures.SIZE)).withStudy("Müller, 1970"))
                    .join();

            assertEquals(broker.cases().get(0).id().value(), id.value());
            assertTrue(broker.cases().get(0).masks().predicted().isPresent());
            assertEquals(1, client.taken());
        }
    }

    @Test
    void oneMoreThanMayBeOnTheirWayIsDroppedAndCounted() throws InterruptedException {
        broker.hold();
        try (LimenClient client =
                LimenClient.connect(intake, TOKEN, new ClientSettings(1, WhenFull.DROP, Duration.ofMinutes(1)))) {
            CompletableFuture<CaseId> first = client.submit(aCase(41));

            CompletableFuture<CaseId> second = client.submit(aCase(42));

            assertTrue(whyNot(second).getMessage().contains("on their way"));
            assertEquals(1, client.dropped());
            broker.release();
            first.join();
        }
    }

    @Test
    void busyIntakeIsTriedAgainAndHasTheCaseOnce() throws InterruptedException {
        broker.hold();
        try (LimenClient client = LimenClient.connect(intake, TOKEN)) {
            // the intake of the tests works at two
            CompletableFuture<?>[] all = {client.submit(aCase(43)), client.submit(aCase(44)), client.submit(aCase(45))};
            broker.await(2);

            for (int i = 0; i < all.length; i++) {
                broker.release();
            }
            CompletableFuture.allOf(all).join();

            assertEquals(3, broker.cases().size());
            assertEquals(3, client.taken());
        }
    }

    @Test
    void whatTheIntakeRefusesEndsTheFutureWithItsReason() {
        try (LimenClient client = LimenClient.connect(intake, TOKEN)) {
            NotTakenException refused = whyNot(client.submit(Segmentation.of("unet", "clinic", Pictures.gray(46))));

            assertTrue(refused.getMessage().contains("400"), refused::getMessage);
            assertTrue(refused.getMessage().contains("NAME@VERSION"), refused::getMessage);
            assertEquals(1, client.lost());
        }
    }

    @Test
    void anotherTokenIsRefused() {
        try (LimenClient client = LimenClient.connect(intake, "a-token-of-nobody-at-all")) {
            assertTrue(whyNot(client.submit(aCase(47))).getMessage().contains("401"));
        }
    }

    @Test
    void intakeThatIsNotThereIsGivenUp() {
        ClientSettings impatient = new ClientSettings(1, WhenFull.WAIT, Duration.ZERO);
        try (LimenClient client = LimenClient.connect(URI.create("http://127.0.0.1:9/"), null, impatient)) {
            assertTrue(whyNot(client.submit(aCase(48))).getMessage().startsWith("given up"));
        }
    }

    @Test
    void closedClientTakesNothing() {
        LimenClient client = LimenClient.connect(intake, TOKEN);
        client.close();

        assertTrue(whyNot(client.submit(aCase(49))).getMessage().contains("closed"));
    }
}
