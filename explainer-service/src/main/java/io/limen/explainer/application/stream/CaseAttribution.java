package io.limen.explainer.application.stream;

import io.limen.explainer.application.ExplainedCase;
import io.limen.explainer.domain.load.Relief;
import java.time.Instant;
import java.util.Optional;

/**
 * The explanation of a case from the stream, ready to be published.
 *
 * @param identity what tells the case apart
 * @param subject the explanation with its model and settings
 * @param overlay PNG picture of it, not copied
 * @param explainedAt when it was done
 * @param relief the time it had, and the probability that it was explained at all
 * @param source where the case lies on the stream; empty when that is not known
 */
public record CaseAttribution(
        CaseIdentity identity,
        ExplainedCase subject,
        byte[] overlay,
        Instant explainedAt,
        Relief relief,
        Optional<SourceRecord> source) {}
