package io.limen.explainer.application;

/**
 * What computes explanations: the last bits of their numbers may depend on it.
 *
 * @param limenVersion version of Limen, 1 to 100 characters
 * @param library that runs models, with its version, 1 to 100 characters
 * @param device {@code cpu} or {@code gpu:N}
 * @param threads of one forward pass on the CPU, 1 to {@link #MOST_THREADS}
 * @param processor its name, and what instructions the library is held to; at most 200 characters, empty where that is not known
 */
public record Engine(String limenVersion, String library, String device, int threads, String processor) {

    /** More than any machine's; a record that says more means harm. */
    public static final int MOST_THREADS = 1024;

    private static final int LONGEST = 100;
    private static final int LONGEST_PROCESSOR = 200;

    public Engine {
        requireShort(limenVersion);
        requireShort(library);
        if (!device.matches("cpu|gpu:\\d{1,3}")) {
            throw new IllegalArgumentException("Engine: a device must be cpu or gpu:N");
        }
        if (processor.length() > LONGEST_PROCESSOR) {
            throw new IllegalArgumentException("Engine: a processor's name of " + processor.length() + " characters");
        }
        if (threads < 1 || threads > MOST_THREADS) {
            throw new IllegalArgumentException("Engine: " + threads + " threads");
        }
    }

    private static void requireShort(String text) {
        if (text.isBlank() || text.length() > LONGEST) {
            throw new IllegalArgumentException("Engine: a name of " + text.length() + " characters");
        }
    }
}
