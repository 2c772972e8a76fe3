package io.limen.explainer.bootstrap;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LongestCaseTest {

    /** After a crash every worker has a case that comes again, and they are explained one after another. */
    @ParameterizedTest
    @ValueSource(ints = {1, 8, 64})
    void theLastOfAsManySuspectsAsWorkersIsNotThoughtStuck(int workers) {
        Duration budget = Duration.ofMinutes(2);

        Duration longest = StreamWiring.longestCase(budget, workers);

        assertTrue(longest.compareTo(budget.multipliedBy(workers).plus(budget)) > 0, longest::toString);
    }
}
