package io.limen.explainer.domain.component;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class GateRankingTest {

    private static final Component FIRST = new Component("first", 0, "Conv2d", true, 2, 4, 4);
    private static final Component BEHIND = new Component("behind", 0, "ReLU", false, 2, 4, 4);

    private static ChannelGate gate(Component component, int channel, double derivative) {
        return new ChannelGate(component, channel, derivative);
    }

    @Test
    void theGreatestDerivativeComesFirstWhateverItsSign() {
        ChannelGate small = gate(FIRST, 0, 1);
        ChannelGate great = gate(FIRST, 1, -3);
        assertEquals(List.of(great, small), new GateRanking(List.of(small, great)).gates());
    }

    @Test
    void aChannelThatIsHandedOnCountsOnce() {
        GateRanking ranking = new GateRanking(
                List.of(gate(FIRST, 0, 5), gate(BEHIND, 0, 5.00001), gate(BEHIND, 1, 5), gate(FIRST, 1, 2)));
        assertEquals(
                List.of("behind 0", "behind 1", "first 1"),
                ranking.distinct(9).stream()
                        .map(one -> one.component().path() + " " + one.channel())
                        .toList());
        assertEquals(1, ranking.distinct(1).size());
    }

    @Test
    void aWholeOutputIsPredictedByTheSumOfItsChannels() {
        GateRanking ranking = new GateRanking(List.of(gate(FIRST, 0, 5), gate(FIRST, 1, -2)));
        assertEquals(OptionalDouble.of(-3), ranking.sum(FIRST));
        assertEquals(OptionalDouble.empty(), ranking.sum(BEHIND));
    }

    @Test
    void interventionsNameAChannelThatExistsAndADonorWhereOneIsNeeded() {
        assertThrows(IllegalArgumentException.class, () -> new ComponentIntervention(FIRST, 2, AblationKind.ZERO, -1));
        assertThrows(IllegalArgumentException.class, () -> new ComponentIntervention(FIRST, 0, AblationKind.ZERO, 0));
        assertThrows(
                IllegalArgumentException.class, () -> new ComponentIntervention(FIRST, 0, AblationKind.RESAMPLE, -1));
    }
}
