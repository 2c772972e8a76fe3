package io.limen.producer.adapter.kafka;

import io.limen.producer.application.PublishReport;
import io.limen.producer.application.PublishRun;
import io.limen.producer.domain.deployment.ModelVersion;
import io.limen.schemas.AuditEntry;
import io.limen.schemas.AuditOutcome;
import io.limen.schemas.AuditRole;
import io.limen.schemas.Publication;
import java.util.List;

/** A run as a record of the audit log. */
final class AuditEntryMapper {

    private AuditEntryMapper() {}

    static AuditEntry toRecord(PublishRun run) {
        AuditEntry.Builder entry = AuditEntry.newBuilder()
                .setRequestId(run.id())
                .setAt(run.endedAt())
                .setWho(run.by())
                .setRole(AuditRole.NONE)
                .setAddress("")
                .setMethod("")
                .setPath("")
                .setOutcome(run.isWhole() ? AuditOutcome.ACCEPTED : AuditOutcome.FAILED)
                .setStatus(0)
                .setPublication(publication(run));
        if (run.models().size() == 1) {
            ModelVersion only = run.models().get(0);
            entry.setModel(only.name()).setModelVersion(only.version());
        }
        return entry.build();
    }

    private static Publication publication(PublishRun run) {
        PublishReport report = run.report();
        return Publication.newBuilder()
                .setStartedAt(run.startedAt())
                .setModels(run.models().stream().map(ModelVersion::toString).toList())
                .setSources(List.copyOf(run.sources()))
                .setPlanned(report.planned())
                .setPublished(report.delivered())
                .setFailed(report.failed())
                .setEnd(report.end().name())
                .build();
    }
}
