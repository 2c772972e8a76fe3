package io.limen.explainer.adapter.kafka;

import io.limen.explainer.application.Engine;
import io.limen.explainer.application.ModelDescription;
import io.limen.explainer.application.stream.CaseAttribution;
import io.limen.explainer.application.stream.CaseIdentity;
import io.limen.explainer.application.stream.SourceRecord;
import io.limen.explainer.domain.attribution.AttributionMap;
import io.limen.explainer.domain.attribution.Explanation;
import io.limen.explainer.domain.attribution.ExplanationSettings;
import io.limen.explainer.domain.attribution.ScreeningAudit;
import io.limen.explainer.domain.component.ComponentAnalysis;
import io.limen.explainer.domain.image.Mask;
import io.limen.explainer.domain.image.RegionOfInterest;
import io.limen.schemas.Attribution;
import io.limen.schemas.ReferenceMode;
import io.limen.schemas.Region;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** An explanation to the record on the topic: every field, one group at a time. */
final class AttributionMapper {

    private AttributionMapper() {}

    /** @param engine what computed it; empty where that is not to be told */
    static Attribution map(CaseAttribution attribution, Optional<Engine> engine) {
        Attribution.Builder target = Attribution.newBuilder();
        Optional<ComponentAnalysis> components =
                attribution.subject().explanation().components();
        putIdentity(attribution.identity(), target);
        ModelDescription model = attribution.subject().model();
        putModel(model, target);
        putSettings(attribution.subject().settings(), target);
        putResult(attribution.subject().explanation(), target);
        putCost(attribution.subject().explanation().cost(), target);
        putMap(attribution.subject().explanation().map(), target);
        return target.setImageSha256(attribution.subject().imageSha256())
                .setStrategy(StrategyFeaturesMapper.map(
                        attribution.subject().explanation().strategy()))
                .setInputTraits(
                        attribution.subject().explanation().traits().input().byName())
                .setOutputTraits(
                        attribution.subject().explanation().traits().output().byName())
                .setComponents(components.map(ComponentsMapper::effects).orElse(List.of()))
                .setComponentAnalysis(components.map(ComponentsMapper::analysis).orElse(null))
                .setFaithfulness(attribution
                        .subject()
                        .explanation()
                        .faithfulness()
                        .map(FaithfulnessMapper::map)
                        .orElse(null))
                .setOverlay(ByteBuffer.wrap(attribution.overlay()))
                .setExplainedAt(attribution.explainedAt())
                .setInclusionProbability(attribution.relief().inclusionProbability())
                .setBudgetShare(attribution.relief().budgetShare())
                .setSourcePartition(
                        attribution.source().map(SourceRecord::partition).orElse(null))
                .setSourceOffset(attribution.source().map(SourceRecord::offset).orElse(null))
                .setComputation(engine.map(known -> SettingsMapper.computation(known, model))
                        .orElse(null))
                .build();
    }

    private static void putIdentity(CaseIdentity identity, Attribution.Builder target) {
        target.setCaseId(identity.caseId())
                .setStudyId(identity.studyId().orElse(null))
                .setSite(identity.site())
                .setSegmentedAt(identity.segmentedAt())
                .setAttributes(identity.attributes());
    }

    private static void putModel(ModelDescription model, Attribution.Builder target) {
        target.setModel(model.id().name())
                .setModelVersion(model.id().version())
                .setModelSha256(model.sha256())
                .setTargetClass(model.output().targetClass());
    }

    private static void putSettings(ExplanationSettings settings, Attribution.Builder builder) {
        OptionalDouble target = settings.schedule().targetStandardError();
        builder.setSchedule(settings.schedule().label())
                .setTargetStandardError(target.isPresent() ? (Double) target.getAsDouble() : null)
                .setSeed(settings.seed())
                .setSettings(SettingsMapper.map(settings));
    }

    private static void putResult(Explanation explanation, Attribution.Builder target) {
        target.setExplanationId(explanation.id())
                .setImageHeight(explanation.input().height())
                .setImageWidth(explanation.input().width())
                .setReferenceMode(
                        switch (explanation.referenceMode()) {
                            case GROUND_TRUTH -> ReferenceMode.GROUND_TRUTH;
                            case PREDICTION -> ReferenceMode.PREDICTION;
                        })
                .setBaselineDice(explanation.baselineDice())
                .setDeployedAgreement(explanation.deployedAgreement().orElse(null))
                .setScreening(explanation
                        .screening()
                        .map(AttributionMapper::screening)
                        .orElse(null));
    }

    private static io.limen.schemas.ScreeningAudit screening(ScreeningAudit audit) {
        return new io.limen.schemas.ScreeningAudit(
                audit.screenedOut(), audit.audited(), audit.found(), audit.recall(), audit.lower(), audit.upper());
    }

    private static void putCost(Explanation.Cost cost, Attribution.Builder target) {
        target.setForwards(cost.forwards())
                .setElapsedMillis(cost.elapsed().toMillis())
                .setBudgetExhausted(cost.budgetExhausted())
                .setBankSha256(cost.bankSha256());
    }

    private static void putMap(AttributionMap map, Attribution.Builder target) {
        RegionOfInterest region = map.region();
        EffectColumns columns = EffectColumns.of(map);
        target.setRegion(new Region(region.y(), region.x(), region.height(), region.width()))
                .setRegionMask(region.membership().map(AttributionMapper::bits).orElse(null))
                .setBlockSize(map.grid().blockSize())
                .setGridHeight(map.grid().rows())
                .setGridWidth(map.grid().columns())
                .setEffects(columns.effects())
                .setStandardErrors(columns.standardErrors())
                .setDraws(columns.draws())
                .setSignificant(columns.significant())
                .setScreenedOut(columns.screenedOut())
                .setAreaEffects(columns.areaEffects())
                .setUnreachable(columns.unreachable());
    }

    /** One bit per pixel, row-major, the first in the highest bit of the first byte. */
    private static ByteBuffer bits(Mask pixels) {
        byte[] bits = new byte[(pixels.foreground().length + 7) / 8];
        for (int i = 0; i < pixels.foreground().length; i++) {
            bits[i / 8] |= (byte) (pixels.foreground()[i] ? 0x80 >> i % 8 : 0);
        }
        return ByteBuffer.wrap(bits);
    }
}
