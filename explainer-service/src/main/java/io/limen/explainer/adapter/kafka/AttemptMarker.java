package io.limen.explainer.adapter.kafka;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How often a record was begun without being finished, as the consumer group itself remembers it: in the text that may
 * travel with a committed offset. A broker counts no deliveries in a consumer group.
 *
 * @param offset the record's
 * @param attempts 0 or more
 */
record AttemptMarker(long offset, int attempts) {

    private static final Pattern TEXT = Pattern.compile("limen: record (\\d{1,18}) begun (\\d{1,6}) times");

    /** As it is committed. */
    String text() {
        return "limen: record " + offset + " begun " + attempts + " times";
    }

    /** The marker in a committed text; empty when there is none that we wrote. */
    static Optional<AttemptMarker> parse(String text) {
        Matcher matcher = TEXT.matcher(text);
        return matcher.matches()
                ? Optional.of(new AttemptMarker(Long.parseLong(matcher.group(1)), Integer.parseInt(matcher.group(2))))
                : Optional.empty();
    }
}
