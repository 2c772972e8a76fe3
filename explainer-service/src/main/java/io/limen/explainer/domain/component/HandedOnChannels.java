package io.limen.explainer.domain.component;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * Which gates are of one channel that is handed on under several names. A block hands on what its last layer makes, and a rectifier
 * what a normalisation lets through: the same number of channel with the same derivative is the same channel. A batch normalisation
 * scales and shifts every channel of the convolution before it by itself: replacing the channel before or behind it by
 * another image's is the same, but the derivatives differ by the shift. What reads what is not known here: it is taken to read
 * the convolution if both are called by one submodule, one straight after the other, their outputs have one shape, and no skip connection
 * reads the convolution too. Cost: n log n in the number of gates.
 */
final class HandedOnChannels {

    /** Two derivatives that differ by less than this share are of one channel. */
    private static final double SAME = 1e-4;

    private static final Pattern CONVOLUTION = Pattern.compile("Conv(Transpose)?[123]d");
    private static final Pattern BATCH_NORMALISATION = Pattern.compile("BatchNorm[123]d|SyncBatchNorm");

    private final List<ChannelGate> gates;
    private final int[] higher;

    /**
     * Compares all gates.
     *
     * @param gates the highest ranked first
     * @param executed the network's components in the order of execution
     */
    HandedOnChannels(List<ChannelGate> gates, List<Component> executed) {
        this.gates = gates;
        this.higher = IntStream.range(0, gates.size()).toArray();
        joinEqualDerivatives();
        joinNormalised(executed);
    }

    /** Whether no gate of the same channel ranks higher. */
    boolean isHighest(int gate) {
        return higher[gate] == gate;
    }

    private void joinEqualDerivatives() {
        List<Integer> order =
                new ArrayList<>(IntStream.range(0, gates.size()).boxed().toList());
        order.sort(Comparator.<Integer>comparingInt(i -> gates.get(i).channel())
                .thenComparingDouble(i -> gates.get(i).derivative()));
        for (int i = 1; i < order.size(); i++) {
            ChannelGate a = gates.get(order.get(i - 1));
            ChannelGate b = gates.get(order.get(i));
            double difference = Math.abs(a.derivative() - b.derivative());
            if (a.channel() == b.channel() && difference <= SAME * Math.abs(a.derivative())) {
                join(order.get(i - 1), order.get(i));
            }
        }
    }

    private void joinNormalised(List<Component> executed) {
        Map<Component, Map<Integer, Integer>> byChannel = new HashMap<>();
        for (int i = 0; i < gates.size(); i++) {
            byChannel
                    .computeIfAbsent(gates.get(i).component(), any -> new HashMap<>())
                    .put(gates.get(i).channel(), i);
        }
        for (int i = 1; i < executed.size(); i++) {
            Component before = executed.get(i - 1);
            Component behind = executed.get(i);
            if (normalises(behind, before) && !isReadAgain(before, executed)) {
                Map<Integer, Integer> others = byChannel.getOrDefault(behind, Map.of());
                byChannel.getOrDefault(before, Map.of()).forEach((channel, gate) -> {
                    if (others.containsKey(channel)) {
                        join(gate, others.get(channel));
                    }
                });
            }
        }
    }

    private static boolean normalises(Component behind, Component before) {
        return CONVOLUTION.matcher(before.type().label()).matches()
                && BATCH_NORMALISATION.matcher(behind.type().label()).matches()
                && caller(before).equals(caller(behind))
                && before.channels() == behind.channels()
                && before.height() == behind.height()
                && before.width() == behind.width();
    }

    private static boolean isReadAgain(Component one, List<Component> executed) {
        return executed.stream()
                .anyMatch(other -> other.isSkip() && other.path().startsWith(one.path() + "->"));
    }

    private static String caller(Component one) {
        return one.path().substring(0, one.path().lastIndexOf('.') + 1);
    }

    private void join(int a, int b) {
        int first = highest(a);
        int second = highest(b);
        higher[Math.max(first, second)] = Math.min(first, second);
    }

    private int highest(int gate) {
        int at = gate;
        while (higher[at] != at) {
            higher[at] = higher[higher[at]];
            at = higher[at];
        }
        return at;
    }
}
