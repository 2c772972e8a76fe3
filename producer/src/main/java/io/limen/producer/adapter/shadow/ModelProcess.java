package io.limen.producer.adapter.shadow;

import io.limen.producer.application.Reading;
import io.limen.producer.application.Reading.Readable;
import io.limen.producer.application.Reading.Unreadable;
import io.limen.producer.domain.deployment.ModelVersion;
import io.limen.producer.domain.image.Mask;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.ProtocolException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** A model in a process of its own, which is handed images and answers with masks. Owned by one thread at a time. */
final class ModelProcess implements AutoCloseable {

    /** What the process says first: {@code limen segment} documents the bytes. */
    private static final int READY = 2;

    private static final int MASK = 0;
    private static final int REFUSED = 1;

    /** It may have to be built first. */
    private static final Duration STARTING = Duration.ofMinutes(10);

    /** One forward pass of one image takes seconds where it is slow. */
    private static final Duration SEGMENTING = Duration.ofMinutes(2);

    private static final Duration ENDING = Duration.ofSeconds(2);
    private static final long LARGEST_MASK = 64_000_000;
    private static final int LONGEST_LINE = 64 * 1024;

    private final ModelVersion model;
    private final Process process;
    private final DataOutputStream out;
    private final DataInputStream in;

    private ModelProcess(ModelVersion model, Process process) {
        this.model = model;
        this.process = process;
        this.out = new DataOutputStream(new BufferedOutputStream(process.getOutputStream()));
        this.in = new DataInputStream(new BufferedInputStream(process.getInputStream()));
    }

    /** The process has ended, or does not answer. */
    static final class EndedException extends Exception {

        private static final long serialVersionUID = 1L;

        EndedException(String line) {
            super(line);
        }
    }

    /** Reads or writes something that may never come to an end. */
    private interface Exchange<T> {
        T run() throws IOException;
    }

    /** Starts it; what it says on stderr is the user's to read. */
    static ModelProcess launch(ModelVersion model, List<String> command) throws EndedException {
        try {
            return new ModelProcess(
                    model,
                    new ProcessBuilder(command)
                            .redirectError(ProcessBuilder.Redirect.INHERIT)
                            .start());
        } catch (IOException e) {
            throw cannotRun(model);
        }
    }

    /** Waits until images can be handed to it. */
    void awaitReady() throws EndedException {
        if (within(STARTING, in::read) != READY) {
            throw cannotRun(model);
        }
    }

    private static EndedException cannotRun(ModelVersion model) {
        return new EndedException(model + " can't be run");
    }

    /** The model's mask, or why it makes none. */
    Reading<Mask> segment(byte[] png) throws EndedException {
        return within(SEGMENTING, () -> {
            out.writeInt(png.length);
            out.write(png);
            out.flush();
            return answer();
        });
    }

    private Reading<Mask> answer() throws IOException {
        int kind = in.readByte();
        if (kind == REFUSED) {
            int length = checked(in.readInt(), LONGEST_LINE);
            return new Unreadable<>(
                    "the model refuses it: " + new String(in.readNBytes(length), StandardCharsets.UTF_8));
        }
        if (kind != MASK) {
            throw new ProtocolException("an answer of kind " + kind);
        }
        int height = in.readInt();
        int width = in.readInt();
        int pixels = checked((long) height * width, LARGEST_MASK);
        byte[] bits = in.readNBytes((pixels + Byte.SIZE - 1) / Byte.SIZE);
        if (height < 1 || width < 1 || bits.length * (long) Byte.SIZE < pixels) {
            throw new ProtocolException("half a mask");
        }
        boolean[] foreground = new boolean[pixels];
        for (int pixel = 0; pixel < pixels; pixel++) {
            foreground[pixel] = (bits[pixel / Byte.SIZE] & 0x80 >>> pixel % Byte.SIZE) != 0;
        }
        return new Readable<>(new Mask(width, height, foreground));
    }

    private static int checked(long number, long most) throws IOException {
        if (number < 0 || number > most) {
            throw new ProtocolException("an answer of " + number);
        }
        return (int) number;
    }

    /** A process that takes too long is ended, and with it what waits for its answer. */
    private <T> T within(Duration limit, Exchange<T> exchange) throws EndedException {
        CompletableFuture<Void> watch =
                new CompletableFuture<Void>().completeOnTimeout(null, limit.toMillis(), TimeUnit.MILLISECONDS);
        watch.thenRun(this::destroy);
        try {
            return exchange.run();
        } catch (ProtocolException e) {
            throw new EndedException(model + " answers what can't be understood");
        } catch (IOException e) {
            throw new EndedException("the process of " + model + " ended at it");
        } finally {
            watch.cancel(false);
        }
    }

    /** Ends it at once, and with it whatever it has started: a launcher builds first, and its death alone ends no build. */
    void destroy() {
        List<ProcessHandle> started = process.descendants().toList();
        process.destroyForcibly();
        started.forEach(ProcessHandle::destroyForcibly);
    }

    /** Ends it: it stops when its input does. */
    @Override
    public void close() {
        try {
            process.getOutputStream().close();
            if (!process.waitFor(ENDING.toMillis(), TimeUnit.MILLISECONDS)) {
                destroy();
            }
        } catch (IOException e) {
            destroy();
        } catch (InterruptedException e) {
            destroy();
            Thread.currentThread().interrupt();
        }
    }
}
