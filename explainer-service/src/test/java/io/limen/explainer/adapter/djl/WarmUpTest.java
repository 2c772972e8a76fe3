package io.limen.explainer.adapter.djl;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.limen.explainer.application.ModelRejectedException;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Set;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class WarmUpTest {

    private static final Set<MemoryLayout> ONE = EnumSet.of(MemoryLayout.PLAIN);
    private static final Set<MemoryLayout> BOTH = EnumSet.allOf(MemoryLayout.class);
    private static final Duration SECONDS = Duration.ofSeconds(2);

    private long now;

    /** Takes so many microseconds for a pass; image i gives i. */
    private WarmUp.Trial taking(Function<BatchPlan, Integer> micros) {
        return (from, plan) -> {
            now += micros.apply(plan) * 1000L;
            return values(from, plan, 0);
        };
    }

    private static float[] values(int from, BatchPlan plan, float error) {
        float[] values = new float[plan.images()];
        for (int i = 0; i < values.length; i++) {
            values[i] = from + i + error;
        }
        return values;
    }

    private BatchPlan choose(WarmUp.Trial trial, int most, Set<MemoryLayout> layouts) throws ModelRejectedException {
        return new WarmUp(trial, most, () -> now, SECONDS).choose(layouts);
    }

    @Test
    void theFastestLayoutAndTheFastestSizeAreTaken() throws ModelRejectedException {
        WarmUp.Trial trial = taking(plan ->
                (plan.layout() == MemoryLayout.PLAIN ? 20 : 10) * plan.images() + (plan.images() > 8 ? 1000 : 100));
        assertEquals(new BatchPlan(MemoryLayout.CHANNELS_LAST, 8), choose(trial, 16, BOTH));
        now = 0;
        assertEquals(new BatchPlan(MemoryLayout.PLAIN, 8), choose(trial, 16, ONE));
    }

    @Test
    void aLargerBatchMustBeWorthItsMemory() throws ModelRejectedException {
        assertEquals(1, choose(taking(plan -> 100 * plan.images()), 16, ONE).images());
        assertEquals(16, choose(taking(plan -> 100 + plan.images()), 16, ONE).images());
    }

    @Test
    void aSizeThatIsNoPowerOfTwoIsTriedToo() throws ModelRejectedException {
        assertEquals(12, choose(taking(plan -> 100 + plan.images()), 12, ONE).images());
    }

    @Test
    void aLayoutWithOtherResultsIsNotTaken() throws ModelRejectedException {
        WarmUp.Trial trial = (from, plan) -> {
            boolean plain = plan.layout() == MemoryLayout.PLAIN;
            now += plain ? 100_000 : 1000;
            return values(from, plan, plain ? 0 : 1e-4f);
        };
        assertEquals(MemoryLayout.PLAIN, choose(trial, 4, BOTH).layout());
    }

    @Test
    void aModelThatMixesTheImagesOfABatchGetsThemOneByOne() throws ModelRejectedException {
        WarmUp.Trial trial = (from, plan) -> {
            now += 1000;
            return values(from, plan, 1e-4f * (plan.images() - 1));
        };
        assertEquals(BatchPlan.CANONICAL, choose(trial, 16, ONE));
    }

    @Test
    void aSizeThatFailsIsNotTaken() throws ModelRejectedException {
        WarmUp.Trial trial = (from, plan) -> {
            if (plan.images() > 4) {
                throw new OutOfNativeMemoryException("out of memory", null);
            }
            now += 1000;
            return values(from, plan, 0);
        };
        assertEquals(4, choose(trial, 16, ONE).images());
    }

    @Test
    void aSlowModelIsNotMeasuredForLong() throws ModelRejectedException {
        choose(taking(plan -> 400_000 * plan.images()), 16, BOTH);
        assertEquals(true, now < Duration.ofSeconds(20).toNanos(), "took " + Duration.ofNanos(now));
    }

    @Test
    void aModelThatDoesNotRunAtAllIsTold() {
        WarmUp.Trial trial = (from, plan) -> {
            throw new ModelRejectedException("no");
        };
        assertThrows(ModelRejectedException.class, () -> choose(trial, 4, BOTH));
    }
}
