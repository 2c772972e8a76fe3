package io.limen.explainer.adapter.kafka;

import io.limen.explainer.application.Sha256;
import io.limen.explainer.application.stream.StreamUnavailableException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.GroupIdNotFoundException;
import org.apache.kafka.common.errors.TimeoutException;

/**
 * A line of text for each case on trial, kept by the brokers: the text that may travel with a committed offset, in a consumer
 * group without members that is there for that case alone. Nobody else writes there, so nothing is overwritten; what is left
 * behind the broker forgets by itself after a week. Safe for use by several threads.
 */
class TrialNotes implements AutoCloseable {

    private static final byte[] NOTHING = {};

    /** Of a SHA-256: 64 bits, for the few records that were ever at one place. */
    private static final int DIGITS = 16;

    private final Supplier<Admin> maker;
    private final String prefix;
    private Admin admin;
    private boolean closed;

    /** @param prefix what the names of all those groups begin with */
    TrialNotes(Supplier<Admin> maker, String prefix) {
        this.maker = maker;
        this.prefix = prefix;
    }

    /**
     * The group that is there for the case, whichever copy of it this is: its place, and what it says. A place alone would be
     * another case's once the topic is made anew, and whoever can write a header could name any.
     */
    String group(ConsumedRecord subject) {
        CaseOrigin origin = CaseOrigin.of(subject.source());
        byte[] said = Optional.ofNullable(subject.source().value()).orElse(NOTHING);
        return prefix + origin.partition() + "-" + origin.offset() + "-"
                + Sha256.of(said).substring(0, DIGITS);
    }

    /** One that is there for no case, to ask with. */
    String anyGroup() {
        return prefix + "none";
    }

    /** The line; empty when there is none. */
    Optional<String> read(String group) {
        return asked(asking -> asking.listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata())
                .filter(offsets -> !offsets.isEmpty())
                .map(offsets -> offsets.values().stream()
                        .filter(Objects::nonNull)
                        .map(OffsetAndMetadata::metadata)
                        .sorted()
                        .collect(Collectors.joining(";")))
                .filter(line -> !line.isEmpty());
    }

    /** Returns when the brokers have the line. */
    void write(String group, ConsumedRecord subject, String line) {
        OffsetAndMetadata note = new OffsetAndMetadata(subject.source().offset(), line);
        asked(asking -> asking.alterConsumerGroupOffsets(group, Map.of(subject.partition(), note))
                .all());
    }

    /** Returns when there is no line any more. */
    void delete(String group) {
        asked(asking -> asking.deleteConsumerGroups(List.of(group)).all());
    }

    /** The answer; empty when there is no such group. */
    private <T> Optional<T> asked(Function<Admin, KafkaFuture<T>> question) {
        Admin asking = null;
        try {
            asking = admin();
            return Optional.ofNullable(question.apply(asking).get());
        } catch (ExecutionException e) {
            if (e.getCause() instanceof GroupIdNotFoundException) {
                return Optional.empty();
            }
            if (e.getCause() instanceof TimeoutException) {
                giveUp(asking);
            }
            throw unavailable(e.getCause());
        } catch (RuntimeException | OutOfMemoryError e) {
            giveUp(asking);
            throw unavailable(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw unavailable(e);
        }
    }

    private StreamUnavailableException unavailable(Throwable cause) {
        return cause instanceof AuthorizationException
                ? new StreamUnavailableException(notAllowed(), cause)
                : new StreamUnavailableException(
                        "can't know which cases have killed their process: " + cause.getMessage(), cause);
    }

    /** What to do about it, in one line. */
    String notAllowed() {
        return "not allowed to remember cases that kill their process: allow us to read and delete groups whose names begin with "
                + prefix;
    }

    /** One whose thread has ended by a fault answers nothing but that the time is over, for ever: the next question is asked anew. */
    private synchronized void giveUp(Admin silent) {
        if (silent != null && silent == admin && !closed) {
            admin = null;
            silent.close(Duration.ZERO);
        }
    }

    private synchronized Admin admin() {
        if (admin == null) {
            admin = maker.get();
        }
        return admin;
    }

    @Override
    public synchronized void close() {
        closed = true;
        if (admin != null) {
            admin.close(Duration.ofSeconds(1));
        }
    }
}
