package io.limen.explainer.domain.component;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class GateRankingTest {

    private static final Component FIRST =
            new Component("first", 0, new ComponentType.Submodule("Conv2d"), true, 2, 4, 4);
    private static final Component BEHIND =
            new Component("behind", 0, new ComponentType.Submodule("ReLU"), false, 2, 4, 4);

    private static ChannelGate gate(Component component, int channel, double derivative) {
        return new ChannelGate(component, channel, derivative);
    }

    @Test
    void theGreatestDerivativeComesFirstWhateverItsSign() {
        ChannelGate small = gate(FIRST, 0, 1);
        ChannelGate great = gate(FIRST, 1, -3);
        assertEquals(List.of(great, small), new GateRanking(List.of(small, great)).gates());
    }

    private static List<String> distinct(List<Component> executed, int count, ChannelGate... gates) {
        return new GateRanking(List.of(gates))
                .distinct(count, executed).stream()
                        .map(one -> one.component().path() + " " + one.channel())
                        .toList();
    }

    @Test
    void aChannelThatIsHandedOnCountsOnce() {
        ChannelGate[] gates = {gate(FIRST, 0, 5), gate(BEHIND, 0, 5.00001), gate(BEHIND, 1, 5), gate(FIRST, 1, 2)};
        List<Component> executed = List.of(FIRST, BEHIND);
        assertEquals(List.of("behind 0", "behind 1", "first 1"), distinct(executed, 9, gates));
        assertEquals(1, distinct(executed, 1, gates).size());
    }

    /** The rectifier's channel is the normalisation's, whose is the convolution's. */
    @Test
    void aConvolutionsChannelIsThatOfTheNormalisationStraightBehindIt() {
        Component conv = component("block.conv", "Conv2d", 2);
        Component norm = component("block.norm", "BatchNorm2d", 2);
        Component rectifier = component("block.relu", "ReLU", 2);
        List<Component> executed = List.of(conv, norm, rectifier);
        assertEquals(
                List.of("block.conv 0", "block.norm 1"),
                distinct(
                        executed,
                        9,
                        gate(conv, 0, 5),
                        gate(norm, 0, -4),
                        gate(rectifier, 0, -4),
                        gate(conv, 1, 1),
                        gate(norm, 1, 2)));
        assertEquals(
                List.of("block.relu 0"),
                distinct(executed, 9, gate(conv, 0, 5), gate(norm, 0, 6), gate(rectifier, 0, 6.0001)));
    }

    @Test
    void whatDoesNotSurelyNormaliseTheConvolutionIsAnotherChannel() {
        Component conv = component("block.conv", "Conv2d", 2);
        Component norm = component("block.norm", "BatchNorm2d", 2);
        assertTwo(conv, component("other.norm", "BatchNorm2d", 2));
        assertTwo(conv, component("block.norm", "BatchNorm2d", 3));
        assertTwo(conv, component("block.norm", "GroupNorm", 2));
        assertTwo(component("block.pool", "MaxPool2d", 2), norm);
        assertTwo(conv, component("block.between", "Dropout", 2), norm);
        assertTwo(conv, norm, new Component("block.conv->block.out", 0, ComponentType.SKIP, false, 2, 4, 4));
    }

    private static void assertTwo(Component first, Component... behind) {
        List<Component> executed = new ArrayList<>(List.of(first));
        executed.addAll(List.of(behind));
        Component last = behind[behind.length - 1].isSkip() ? behind[0] : behind[behind.length - 1];
        assertEquals(
                2, distinct(executed, 9, gate(first, 0, 5), gate(last, 0, 4)).size(), executed::toString);
    }

    private static Component component(String path, String type, int channels) {
        return new Component(path, 0, new ComponentType.Submodule(type), false, channels, 4, 4);
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
