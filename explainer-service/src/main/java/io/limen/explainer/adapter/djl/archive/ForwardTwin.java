package io.limen.explainer.adapter.djl.archive;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A second method beside a module's {@code forward}, written in TorchScript. */
final class ForwardTwin {

    /** The method's name; a model that has one of that name keeps it. */
    static final String METHOD = "limen_channels_last";

    /** libtorch's number for "channels last" among the orders of memory (c10::MemoryFormat). */
    static final int CHANNELS_LAST = 2;

    private static final Pattern SIGNATURE = Pattern.compile(
            "^  def forward\\((\\w+): ([\\w.]+),\\s*(\\w+): Tensor([^)]*)\\) -> ([^\\n]+):\\n", Pattern.MULTILINE);

    private static final Pattern NEXT_CLASS = Pattern.compile("^class ", Pattern.MULTILINE);

    private ForwardTwin() {}

    /**
     * The text of a file with the twin added to one of its classes.
     *
     * @param text TorchScript as libtorch writes it
     * @param className the class
     * @return nothing when the class's forward does not take a tensor first
     */
    static Optional<String> addTo(String text, String className) {
        int start = text.indexOf("class " + className + "(Module):\n");
        if (start < 0 || text.contains(METHOD)) {
            return Optional.empty();
        }
        Matcher next = NEXT_CLASS.matcher(text);
        int end = next.find(start + 1) ? next.start() : text.length();
        Matcher forward = SIGNATURE.matcher(text).region(start, end);
        return forward.find()
                ? Optional.of(text.substring(0, forward.start()) + twin(forward) + text.substring(forward.start()))
                : Optional.empty();
    }

    private static String twin(Matcher forward) {
        String self = forward.group(1);
        String input = forward.group(3);
        return "  def " + METHOD + "(" + self + ": " + forward.group(2) + ",\n"
                + "    " + input + ": Tensor) -> " + forward.group(5) + ":\n"
                + "    return (" + self + ").forward(torch.contiguous(" + input + ", memory_format=" + CHANNELS_LAST
                + "), )\n";
    }
}
