package io.limen.producer.client;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What came of sending a case once. */
sealed interface Attempt {

    /** The intake has it. */
    record Taken(CaseId id) implements Attempt {}

    /** It never will. */
    record Refused(String reason) implements Attempt {}

    /** It may later. */
    record Busy(String reason, Duration pause) implements Attempt {}

    /** Where the intake says nothing about when. */
    Duration SOON = Duration.ofSeconds(1);

    /** Nobody waits longer between two tries, whatever an answer says. */
    long LONGEST_WAIT_SECONDS = 30;

    Pattern CASE_ID = Pattern.compile("\"caseId\"\\s*:\\s*\"([0-9a-f]{1,200})\"");

    static Attempt of(HttpResponse<String> response) {
        int status = response.statusCode();
        Matcher id = CASE_ID.matcher(response.body());
        if (status == 201 && id.find()) {
            return new Taken(new CaseId(id.group(1)));
        }
        String reason = "the intake answers " + status + " " + response.body().strip();
        return status == 429 || status >= 500 ? new Busy(reason, pause(response)) : new Refused(reason);
    }

    static Attempt unanswered(Throwable fault) {
        return new Busy("the intake does not answer: " + fault.getMessage(), SOON);
    }

    private static Duration pause(HttpResponse<String> response) {
        return response.headers()
                .firstValue("Retry-After")
                .filter(text -> text.matches("\\d{1,4}"))
                .map(text -> Duration.ofSeconds(Math.min(Long.parseLong(text), LONGEST_WAIT_SECONDS)))
                .orElse(SOON);
    }
}
