package io.limen.producer.client;

import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** A case as multipart/form-data (RFC 7578); its files are not copied. */
final class MultipartBody {

    private final String boundary = "limen-" + UUID.randomUUID();
    private final List<byte[]> pieces = new ArrayList<>();

    private MultipartBody() {}

    static MultipartBody of(Segmentation segmentation) {
        MultipartBody body = new MultipartBody();
        body.field("model", segmentation.model());
        body.field("site", segmentation.site());
        segmentation.study().ifPresent(study -> body.field("study", study));
        body.file("image", Optional.of(segmentation.image()));
        body.file("mask", segmentation.mask());
        body.file("ground-truth", segmentation.groundTruth());
        body.text("--" + body.boundary + "--\r\n");
        return body;
    }

    String contentType() {
        return "multipart/form-data; boundary=" + boundary;
    }

    BodyPublisher publisher() {
        return BodyPublishers.ofByteArrays(pieces);
    }

    private void field(String name, String value) {
        text("--" + boundary + "\r\nContent-Disposition: form-data; name=\"" + name
                + "\"\r\nContent-Type: text/plain; charset=UTF-8\r\n\r\n" + value + "\r\n");
    }

    private void file(String name, Optional<byte[]> content) {
        content.ifPresent(bytes -> {
            text("--" + boundary + "\r\nContent-Disposition: form-data; name=\"" + name + "\"; filename=\"" + name
                    + "\"\r\nContent-Type: application/octet-stream\r\n\r\n");
            pieces.add(bytes);
            text("\r\n");
        });
    }

    private void text(String text) {
        pieces.add(text.getBytes(StandardCharsets.UTF_8));
    }
}
