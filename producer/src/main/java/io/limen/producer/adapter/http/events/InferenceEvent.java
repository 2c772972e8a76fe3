package io.limen.producer.adapter.http.events;

import io.cloudevents.CloudEvent;
import io.cloudevents.CloudEventData;
import io.cloudevents.core.message.MessageReader;
import io.cloudevents.core.provider.EventFormatProvider;
import io.cloudevents.http.HttpMessageFactory;
import io.cloudevents.jackson.JsonFormat;
import io.cloudevents.rw.CloudEventRWException;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One half of an inference, as a payload logger tells it.
 *
 * @param id what both halves have in common
 * @param service what the model server calls the model
 * @param half request or response
 * @param payload JSON, and what may be behind it
 */
record InferenceEvent(String id, String service, Half half, byte[] payload) {

    /** KServe's, and Seldon's of both generations. */
    private static final Pattern TYPE = Pattern.compile(
            "(?:org\\.kubeflow\\.serving\\.inference|io\\.seldon\\.serving\\.inference|seldon\\.message)\\.(request|response)");

    private static final int LONGEST = 150;

    enum Half {
        REQUEST,
        RESPONSE
    }

    static InferenceEvent of(Map<String, String> headers, byte[] body) throws UnusableEventException {
        EventFormatProvider.getInstance().registerFormat(new JsonFormat());
        CloudEvent event;
        try {
            MessageReader reader = HttpMessageFactory.createReader(headers::forEach, body);
            event = reader.toEvent();
        } catch (CloudEventRWException | IllegalArgumentException | IllegalStateException e) {
            throw new UnusableEventException(
                    "no CloudEvent, binary (ce- headers) or structured (application/cloudevents+json)");
        }
        Matcher type = TYPE.matcher(event.getType());
        if (!type.matches()) {
            throw new UnusableEventException("an event of type " + shortened(event.getType())
                    + "; inference requests and responses of KServe and Seldon are understood");
        }
        CloudEventData data = event.getData();
        if (data == null) {
            throw new UnusableEventException("an event without data");
        }
        return new InferenceEvent(
                // KServe tells the request's id as the event's, Seldon beside it
                shortened(text(event, "requestid").orElse(event.getId())),
                text(event, "inferenceservicename")
                        .or(() -> text(event, "modelid"))
                        .orElse(""),
                type.group(1).equals("request") ? Half.REQUEST : Half.RESPONSE,
                data.toBytes());
    }

    private static Optional<String> text(CloudEvent event, String extension) {
        return Optional.ofNullable(event.getExtension(extension))
                .map(Object::toString)
                .filter(text -> !text.isBlank());
    }

    private static String shortened(String text) {
        return text.length() > LONGEST ? text.substring(0, LONGEST) : text;
    }
}
