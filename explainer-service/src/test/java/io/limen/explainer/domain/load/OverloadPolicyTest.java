package io.limen.explainer.domain.load;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

/** With two workers and ten seconds a case, a fifth of a case a second can be explained. */
class OverloadPolicyTest {

    private static final Pace TEN_SECONDS = pace(10, 10);
    private final OverloadPolicy policy = new OverloadPolicy(Duration.ofMinutes(1), 0.25, 0.001);

    private static Pace pace(double whole, double recent) {
        return new Pace(OptionalDouble.of(whole), OptionalDouble.of(recent));
    }

    @Test
    void whatCanBeExplainedIs() {
        assertEquals(Relief.NONE, policy.relief(new Load(0.2, 0, 2), TEN_SECONDS));
    }

    @Test
    void nothingIsTakenAwayBeforeItIsKnownHowLongAnExplanationTakes() {
        assertEquals(Relief.NONE, policy.relief(new Load(1000, 100_000, 2), Pace.UNKNOWN));
    }

    @Test
    void firstEveryCaseGetsLessTime() {
        assertEquals(
                new Relief(0.5, 1, Optional.of(Duration.ofSeconds(5))),
                policy.relief(new Load(0.4, 0, 2), TEN_SECONDS));
    }

    @Test
    void whatWaitsCountsAsIfItHadToBeDecidedWithinThePatience() {
        assertEquals(policy.relief(new Load(0.4, 0, 2), TEN_SECONDS), policy.relief(new Load(0.2, 12, 2), TEN_SECONDS));
    }

    @Test
    void onceTheFloorIsReachedLotsAreDrawn() {
        Relief relief = policy.relief(new Load(4, 0, 2), pace(10, 2.5));

        assertEquals(new Relief(0.25, 0.2, Optional.of(Duration.ofMillis(2500))), relief);
    }

    @Test
    void aFloorOfAllTheTimeDrawsLotsAtOnce() {
        OverloadPolicy lotsOnly = new OverloadPolicy(Duration.ofMinutes(1), 1, 0.001);

        assertEquals(new Relief(1, 0.05, Optional.empty()), lotsOnly.relief(new Load(4, 0, 2), TEN_SECONDS));
    }

    @Test
    void noCaseStandsForMoreThanTheLeastProbabilitySays() {
        assertEquals(0.001, policy.relief(new Load(1e6, 0, 2), pace(10, 2.5)).inclusionProbability());
    }

    @Test
    void anExplanationThatHadAPartOfTheTimeRaisesTheWholeOrLeavesIt() {
        assertEquals(10, TEN_SECONDS.after(2.5, false).wholeSeconds().orElseThrow());
        assertEquals(12, TEN_SECONDS.after(20, false).wholeSeconds().orElseThrow());
        assertEquals(8.5, TEN_SECONDS.after(2.5, true).wholeSeconds().orElseThrow());
    }

    @Test
    void whatIsNoNumberIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> new Load(Double.NaN, 0, 1));
        assertThrows(IllegalArgumentException.class, () -> new Load(1, -1, 1));
        assertThrows(IllegalArgumentException.class, () -> new Relief(1, 0, Optional.empty()));
        assertThrows(IllegalArgumentException.class, () -> Pace.UNKNOWN.after(0, true));
        assertThrows(
                IllegalArgumentException.class,
                () -> ArrivalRate.UNKNOWN.after(1, Duration.ZERO, Duration.ofSeconds(1)));
    }

    @Test
    void theRateFollowsWhatComes() {
        ArrivalRate rate = ArrivalRate.UNKNOWN;
        for (int second = 0; second < 60; second++) {
            rate = rate.after(second < 30 ? 2 : 8, Duration.ofSeconds(1), Duration.ofSeconds(5));
        }
        assertEquals(8, rate.perSecond(), 0.02);
    }
}
