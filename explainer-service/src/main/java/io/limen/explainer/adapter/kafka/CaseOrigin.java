package io.limen.explainer.adapter.kafka;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;

/**
 * Where a case lay first, and how often it had been handed out when it was put at the end of its topic as a copy; the copy
 * carries it in a header. So a copy is known as what it is a copy of, and by it every other copy.
 *
 * @param partition of the first record
 * @param offset of the first record
 * @param deliveries of the first record and of every copy before this one
 */
record CaseOrigin(int partition, long offset, int deliveries) {

    private static final String HEADER = "limen.case.origin";
    private static final Pattern TEXT =
            Pattern.compile("partition (\\d{1,9}) offset (\\d{1,18}) deliveries (\\d{1,6})");

    /** What the record says of itself; one that says nothing which we could have written there is no copy. */
    static CaseOrigin of(ConsumerRecord<?, ?> source) {
        return Optional.ofNullable(source.headers().lastHeader(HEADER))
                .map(Header::value)
                .flatMap(CaseOrigin::parse)
                .filter(origin -> origin.isBefore(source))
                .orElse(new CaseOrigin(source.partition(), source.offset(), 0));
    }

    private static Optional<CaseOrigin> parse(byte[] text) {
        Matcher matcher = TEXT.matcher(new String(text, StandardCharsets.UTF_8));
        return matcher.matches()
                ? Optional.of(new CaseOrigin(
                        Integer.parseInt(matcher.group(1)),
                        Long.parseLong(matcher.group(2)),
                        Integer.parseInt(matcher.group(3))))
                : Optional.empty();
    }

    /** A copy lies behind what it is a copy of, and nobody puts back what comes for the first time. */
    private boolean isBefore(ConsumerRecord<?, ?> copy) {
        return deliveries > 1 && (partition != copy.partition() || offset < copy.offset());
    }

    /** The same case after so many deliveries. */
    CaseOrigin after(int handedOut) {
        return new CaseOrigin(partition, offset, handedOut);
    }

    /** Takes it off a record that begins a life of its own: a case that is published again is another. */
    static void takeOff(Headers headers) {
        headers.remove(HEADER);
    }

    /** Writes it on a copy, in the place of what it says already. */
    void writeTo(Headers copy) {
        String text = "partition " + partition + " offset " + offset + " deliveries " + deliveries;
        copy.remove(HEADER);
        copy.add(HEADER, text.getBytes(StandardCharsets.UTF_8));
    }
}
