package io.limen.explainer.adapter.kafka;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UndeterredTest {

    @ParameterizedTest
    @ValueSource(classes = {IllegalStateException.class, OutOfMemoryError.class, NoClassDefFoundError.class})
    void whatIsDoneRegularlyGoesOnWhateverItThrew(Class<? extends Throwable> fault) throws InterruptedException {
        ScheduledExecutorService schedule = Executors.newSingleThreadScheduledExecutor();
        CountDownLatch runs = new CountDownLatch(3);
        Runnable failing = () -> {
            runs.countDown();
            UndeterredTest.<RuntimeException>raise(fault);
        };
        schedule.scheduleWithFixedDelay(new Undeterred(failing), 1, 1, TimeUnit.MILLISECONDS);
        boolean wentOn = runs.await(20, TimeUnit.SECONDS);
        schedule.shutdownNow();
        assertTrue(wentOn);
    }

    @SuppressWarnings("unchecked")
    private static <T extends Throwable> void raise(Class<? extends Throwable> fault) throws T {
        try {
            throw (T) fault.getDeclaredConstructor().newInstance();
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }
}
