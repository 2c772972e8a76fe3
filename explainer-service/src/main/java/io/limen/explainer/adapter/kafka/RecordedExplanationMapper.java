package io.limen.explainer.adapter.kafka;

import io.limen.explainer.application.Engine;
import io.limen.explainer.application.ModelId;
import io.limen.explainer.application.replay.RecordedExplanation;
import io.limen.explainer.application.replay.RecordedExplanation.Computation;
import io.limen.explainer.application.replay.RecordedExplanation.Files;
import io.limen.explainer.application.stream.CaseIdentity;
import io.limen.explainer.application.stream.SourceRecord;
import io.limen.explainer.domain.image.Mask;
import io.limen.explainer.domain.image.RegionOfInterest;
import io.limen.explainer.domain.image.Window;
import io.limen.schemas.Attribution;
import io.limen.schemas.Region;
import java.nio.ByteBuffer;
import java.util.Optional;

/** A record to what a replay takes of it; what can't be is an {@link IllegalArgumentException}. */
final class RecordedExplanationMapper {

    /** Rows and columns that no output has. */
    private static final int MOST_PIXELS = 1 << 20;

    private RecordedExplanationMapper() {}

    static RecordedExplanation map(Attribution attribution) {
        return new RecordedExplanation(
                attribution.getExplanationId(),
                new CaseIdentity(
                        attribution.getCaseId(),
                        Optional.ofNullable(attribution.getStudyId()),
                        attribution.getSite(),
                        attribution.getSegmentedAt(),
                        attribution.getAttributes()),
                new ModelId(attribution.getModel(), attribution.getModelVersion()),
                new Files(
                        digest(attribution.getModelSha256()),
                        digest(attribution.getImageSha256()),
                        digest(attribution.getBankSha256())),
                attribution.getTargetClass(),
                region(attribution),
                SettingsMapper.settings(attribution),
                attribution.getSettings() != null,
                Optional.ofNullable(attribution.getComputation()).map(RecordedExplanationMapper::computation),
                attribution.getBudgetExhausted() || isCheckCut(attribution),
                source(attribution),
                ReproducibleValues.of(attribution));
    }

    private static boolean isCheckCut(Attribution attribution) {
        return attribution.getFaithfulness() != null
                && attribution.getFaithfulness().getBudgetExhausted();
    }

    private static Computation computation(io.limen.schemas.Computation said) {
        return new Computation(
                new Engine(
                        said.getLimenVersion(),
                        said.getEngine(),
                        said.getDevice(),
                        said.getThreads(),
                        said.getProcessor()),
                said.getMethod(),
                digest(said.getDescriptionSha256()));
    }

    private static Optional<SourceRecord> source(Attribution attribution) {
        return attribution.getSourcePartition() == null || attribution.getSourceOffset() == null
                ? Optional.empty()
                : Optional.of(new SourceRecord(attribution.getSourcePartition(), attribution.getSourceOffset()));
    }

    private static RegionOfInterest region(Attribution attribution) {
        Region bounds = attribution.getRegion();
        Window window = new Window(bounds.getY(), bounds.getX(), bounds.getHeight(), bounds.getWidth());
        if ((long) window.y() + window.height() > MOST_PIXELS || (long) window.x() + window.width() > MOST_PIXELS) {
            throw new IllegalArgumentException("region: " + window);
        }
        return new RegionOfInterest(
                window, Optional.ofNullable(attribution.getRegionMask()).map(bits -> pixels(bits, window)));
    }

    /** The reverse of what {@link AttributionMapper} writes. */
    private static Mask pixels(ByteBuffer bits, Window window) {
        long area = (long) window.height() * window.width();
        if (bits.remaining() != (area + 7) / 8) {
            throw new IllegalArgumentException("regionMask: " + bits.remaining() + " bytes for " + area + " pixels");
        }
        boolean[] foreground = new boolean[(int) area];
        for (int i = 0; i < foreground.length; i++) {
            foreground[i] = (bits.get(bits.position() + i / 8) & 0x80 >> i % 8) != 0;
        }
        return new Mask(window.height(), window.width(), foreground);
    }

    private static String digest(String text) {
        if (!text.matches("[0-9a-f]{64}")) {
            throw new IllegalArgumentException("no SHA-256 where one is due");
        }
        return text;
    }
}
