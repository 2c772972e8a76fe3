package io.limen.producer.adapter.http;

import io.limen.producer.application.intake.BroughtCase;
import io.limen.producer.application.intake.CaseIntake;
import io.limen.producer.application.intake.FileReading;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.multipart.FileUpload;

/** {@code POST /segmentations}: one case, answered once the broker has it. */
@Path("/segmentations")
public class SegmentationsResource {

    private final CaseIntake intake;
    private final FileReading reading;
    private final SecurityIdentity caller;

    /** Takes cases in. */
    public SegmentationsResource(CaseIntake intake, FileReading reading, SecurityIdentity caller) {
        this.intake = intake;
        this.reading = reading;
        this.caller = caller;
    }

    /** What is said of the case beside its files. */
    public static class Fields {

        @RestForm
        String model;

        @RestForm
        String site;

        @RestForm
        String study;

        @RestForm
        String targetClass;

        Submission.Label label(String key) {
            try {
                return new Submission.Label(
                        model, site, study, targetClass == null ? null : Integer.valueOf(targetClass.strip()), key);
            } catch (NumberFormatException e) {
                throw new IllegalArgumentException("targetClass is a whole number", e);
            }
        }
    }

    /** The files of a case. */
    public static class Parts {

        @RestForm
        FileUpload image;

        @RestForm
        FileUpload mask;

        @RestForm("ground-truth")
        FileUpload groundTruth;

        Submission with(Submission.Label label) {
            return new Submission(label, file(image), file(mask), file(groundTruth));
        }

        private static java.nio.file.Path file(FileUpload upload) {
            return upload == null ? null : upload.uploadedFile();
        }
    }

    /** Takes one in. The files are gone when the request ends. */
    @POST
    @Blocking
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @Produces(MediaType.APPLICATION_JSON)
    public CompletionStage<Response> submit(
            @jakarta.ws.rs.BeanParam Fields fields,
            @jakarta.ws.rs.BeanParam Parts parts,
            @HeaderParam("Idempotency-Key") String key,
            @Context HttpHeaders headers) {
        BroughtCase brought;
        try {
            brought = parts.with(fields.label(key)).brought(Callers.name(caller), reading);
        } catch (IllegalArgumentException e) {
            return CompletableFuture.completedFuture(response(Answer.unusable(e.getMessage())));
        }
        return CallersTrace.within(headers::getHeaderString, () -> intake.take(brought))
                .thenApply(outcome -> response(Answer.of(outcome)));
    }

    static Response response(Answer answer) {
        Response.ResponseBuilder response = Response.status(answer.status())
                .type(MediaType.APPLICATION_JSON_TYPE)
                .entity(answer);
        answer.retryAfter().ifPresent(seconds -> response.header("Retry-After", seconds));
        return response.build();
    }
}
