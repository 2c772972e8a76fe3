package io.limen.explainer.application;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the user wants forward passes to run on. */
public sealed interface DeviceChoice {

    /** The first GPU when there is one, else the CPU. */
    record Auto() implements DeviceChoice {

        @Override
        public String toString() {
            return "auto";
        }
    }

    /** The CPU, whatever else there is. */
    record Cpu() implements DeviceChoice {

        @Override
        public String toString() {
            return "cpu";
        }
    }

    /**
     * One GPU and no other device.
     *
     * @param index its number, from 0
     */
    record Gpu(int index) implements DeviceChoice {

        public Gpu {
            if (index < 0) {
                throw new IllegalArgumentException("Gpu: index " + index);
            }
        }

        @Override
        public String toString() {
            return "gpu:" + index;
        }
    }

    /**
     * Reads {@code auto}, {@code cpu} or {@code gpu:N}.
     *
     * @throws IllegalArgumentException with what was expected, when it is none of them
     */
    static DeviceChoice parse(String text) {
        Matcher gpu = Pattern.compile("gpu:(\\d{1,3})").matcher(text);
        if (gpu.matches()) {
            return new Gpu(Integer.parseInt(gpu.group(1)));
        }
        return switch (text) {
            case "auto" -> new Auto();
            case "cpu" -> new Cpu();
            default -> throw new IllegalArgumentException("must be auto, cpu or gpu:N, not '" + text + "'");
        };
    }
}
