package io.limen.explainer.domain.component;

import java.util.Comparator;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.IntStream;

/**
 * Channels by what the gradient says of them.
 *
 * @param gates the greatest |derivative| first; ties in the order they were given in
 */
public record GateRanking(List<ChannelGate> gates) {

    public GateRanking {
        gates = gates.stream()
                .sorted(Comparator.comparingDouble((ChannelGate gate) -> -Math.abs(gate.derivative())))
                .toList();
    }

    /** First-order effect of zeroing a whole component: the sum over its channels; empty when it has no gates. */
    public OptionalDouble sum(Component component) {
        List<ChannelGate> own = gates.stream()
                .filter(gate -> gate.component().equals(component))
                .toList();
        return own.isEmpty()
                ? OptionalDouble.empty()
                : OptionalDouble.of(
                        own.stream().mapToDouble(ChannelGate::predictedEffect).sum());
    }

    /**
     * The highest ranked channels, each once: of a channel that is handed on under several names the one that ranks highest stands
     * for all.
     *
     * @param count the most channels
     * @param executed the network's components in the order of execution
     */
    public List<ChannelGate> distinct(int count, List<Component> executed) {
        HandedOnChannels channels = new HandedOnChannels(gates, executed);
        return IntStream.range(0, gates.size())
                .filter(channels::isHighest)
                .limit(count)
                .mapToObj(gates::get)
                .toList();
    }
}
