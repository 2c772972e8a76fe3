package io.limen.producer.adapter.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.limen.producer.application.intake.TakenIn;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.json.Json;
import io.vertx.core.parsetools.RecordParser;
import io.vertx.ext.web.RoutingContext;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One stream of cases. All of it runs on the event loop of its connection, but for the reading of images. */
final class StreamConversation {

    private static final Logger LOG = LoggerFactory.getLogger(StreamConversation.class);
    private static final int BROKEN = 500;
    private static final int TOO_LARGE = 413;

    private final RoutingContext context;
    private final HttpServerResponse response;
    private final Function<byte[], CompletableFuture<TakenIn>> take;
    private RecordParser lines;
    private long number;
    private boolean busy;
    private boolean ended;

    /** @param take takes in the case of a line; may take the time of one image */
    StreamConversation(RoutingContext context, Function<byte[], CompletableFuture<TakenIn>> take) {
        this.context = context;
        this.response = context.response();
        this.take = take;
    }

    /** What is said to a line. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    private record LineAnswer(long line, int status, String caseId, String message) {}

    void begin(int mostBytes) {
        response.setChunked(true).putHeader("Content-Type", SegmentationStream.NDJSON);
        lines = RecordParser.newDelimited("\n", context.request());
        lines.maxRecordSize(mostBytes);
        lines.exceptionHandler(fault -> breakOff());
        lines.endHandler(none -> {
            ended = true;
            endIfDone();
        });
        lines.handler(this::read);
        lines.pause();
        lines.fetch(1);
    }

    private void read(Buffer line) {
        number++;
        if (line.length() == 0 || line.length() == 1 && line.getByte(0) == '\r') {
            lines.fetch(1);
            return;
        }
        busy = true;
        byte[] bytes = line.getBytes();
        Future<CompletableFuture<TakenIn>> read = context.vertx().executeBlocking(() -> take.apply(bytes), false);
        read.compose(taken -> Future.fromCompletionStage(taken, context.vertx().getOrCreateContext()))
                .onSuccess(outcome -> answer(Answer.of(outcome)))
                .onFailure(fault -> answer(told(fault)));
    }

    private static Answer told(Throwable fault) {
        if (fault instanceof IllegalArgumentException) {
            return Answer.unusable(fault.getMessage());
        }
        LOG.error("A case of a stream could not be taken in", fault);
        return new Answer(BROKEN, null, "a fault of the intake");
    }

    private void answer(Answer answer) {
        busy = false;
        if (response.ended() || response.closed()) {
            return;
        }
        response.write(json(new LineAnswer(number, answer.status(), answer.caseId(), answer.message())));
        if (ended) {
            endIfDone();
        } else if (response.writeQueueFull()) {
            response.drainHandler(none -> lines.fetch(1));
        } else {
            lines.fetch(1);
        }
    }

    private void endIfDone() {
        if (ended && !busy && !response.ended()) {
            response.end();
        }
    }

    /** A line that is too long, or a caller who went away. */
    private void breakOff() {
        if (!response.ended() && !response.closed()) {
            response.end(
                    json(new LineAnswer(number + 1, TOO_LARGE, null, "the line is too long, the stream ends here")));
        }
    }

    private static Buffer json(LineAnswer answer) {
        return Json.encodeToBuffer(answer).appendString("\n");
    }
}
