package io.limen.producer.adapter.cli;

import java.util.Optional;
import java.util.regex.Pattern;

/** Who publishes, as the audit log has it. */
final class PublisherName {

    private static final String UNKNOWN = "unknown";

    /** As the schema of the audit log has it: nothing that does not print. */
    private static final Pattern NAME = Pattern.compile("[^\\p{C}]{1,200}");

    private PublisherName() {}

    /**
     * The name that was given, else that of the machine's user.
     *
     * @param given by the user, or null
     * @param ofTheMachine the name of the process' user, or null; in containers it often has none
     * @throws IllegalArgumentException a line for the user
     */
    static String of(String given, String ofTheMachine) {
        if (given != null) {
            if (given.isBlank() || !NAME.matcher(given).matches()) {
                throw new IllegalArgumentException("--by: a name of 1 to 200 characters that print");
            }
            return given.strip();
        }
        return Optional.ofNullable(ofTheMachine)
                .map(name -> name.replaceAll("\\p{C}", "?").strip())
                .filter(name -> !name.isEmpty() && !name.equals("?") && name.length() <= 200)
                .orElse(UNKNOWN);
    }
}
