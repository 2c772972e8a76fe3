package io.limen.explainer.domain.component;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalDouble;

/**
 * Channels by what the gradient says of them.
 *
 * @param gates the greatest |derivative| first; ties in the order they were given in
 */
public record GateRanking(List<ChannelGate> gates) {

    /** Two derivatives that differ by less than this share are of one channel that is handed on. */
    private static final double SAME = 1e-4;

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
     * The highest ranked channels, each once. A block hands on what its last layer makes, and a rectifier what a normalisation
     * lets through: the same number of channel with the same derivative is the same channel under another name. Of such the first in the
     * order of execution stands for all.
     *
     * @param count the most channels
     */
    public List<ChannelGate> distinct(int count) {
        List<ChannelGate> chosen = new ArrayList<>();
        for (ChannelGate gate : gates) {
            if (chosen.size() == count) {
                break;
            }
            if (chosen.stream().noneMatch(other -> same(gate, other))) {
                chosen.add(gate);
            }
        }
        return chosen;
    }

    private static boolean same(ChannelGate a, ChannelGate b) {
        double difference = Math.abs(a.derivative() - b.derivative());
        return a.channel() == b.channel() && difference <= SAME * Math.abs(a.derivative());
    }
}
