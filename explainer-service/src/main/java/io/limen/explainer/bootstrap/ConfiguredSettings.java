package io.limen.explainer.bootstrap;

import io.limen.explainer.adapter.djl.TorchSettings;
import io.limen.explainer.application.DeviceChoice;
import io.limen.explainer.application.ModelId;
import io.limen.explainer.domain.attribution.Budget;
import io.limen.explainer.domain.attribution.ExplanationSettings;
import io.limen.explainer.domain.component.ComponentSettings;
import io.limen.explainer.domain.intervention.DrawSchedule;
import io.limen.explainer.domain.load.OverloadPolicy;
import io.limen.schemas.BrokerSecurity;
import io.limen.schemas.SharedSecret;
import io.limen.schemas.registry.RegistryAccess;
import java.util.Optional;

/** What the configuration says, in the terms of those who act by it; {@link ConfigCheck} finds what is wrong with it. */
final class ConfiguredSettings {

    static final String SHARE = "share";
    static final String MEASURED = "auto";
    static final String SAMPLING = "sample";

    private ConfiguredSettings() {}

    /**
     * How brokers are talked to.
     *
     * @throws IllegalArgumentException one line, when it can't be used
     */
    static BrokerSecurity security(ExplainerConfig.Kafka kafka) {
        try {
            return BrokerSecurity.of(kafka.security());
        } catch (BrokerSecurity.UnusableException e) {
            throw new IllegalArgumentException("limen.kafka.security: " + e.getMessage(), e);
        }
    }

    /**
     * The schema registry, where one is set.
     *
     * @throws IllegalArgumentException one line, when it can't be used
     */
    static Optional<RegistryAccess> registry(ExplainerConfig.SchemaRegistry registry) {
        try {
            return RegistryAccess.of(registry.url(), registry.authorizationFile());
        } catch (RegistryAccess.UnusableException e) {
            throw new IllegalArgumentException("limen.schema-registry." + e.getMessage(), e);
        }
    }

    /**
     * What collectors of metrics show.
     *
     * @throws IllegalArgumentException one line, when it is no secret
     */
    static Optional<SharedSecret> metricsToken(ExplainerConfig.Access access) {
        try {
            return SharedSecret.of(access.metricsTokenFile(), "LIMEN_METRICS_TOKEN", System.getenv());
        } catch (SharedSecret.UnusableException e) {
            throw new IllegalArgumentException("limen.access.metrics-token-file: " + e.getMessage(), e);
        }
    }

    /** MODEL@VERSION. */
    static ModelId model(String text) {
        int at = text.indexOf('@');
        if (at < 0) {
            throw new IllegalArgumentException("not MODEL@VERSION: " + text);
        }
        return new ModelId(text.substring(0, at), text.substring(at + 1));
    }

    /** Whether cases come from a share group; otherwise from a consumer group. */
    static boolean sharing(ExplainerConfig config) {
        return config.delivery().equals(SHARE);
    }

    /** How models are run. */
    static TorchSettings torch(ExplainerConfig.Explain explain) {
        return new TorchSettings(
                DeviceChoice.parse(explain.device()),
                explain.batchSize(),
                explain.warmUp().equals(MEASURED),
                Optional.of(explain.cache().orElseGet(TorchSettings::userCache)));
    }

    /** What happens under overload; empty: nothing. */
    static Optional<OverloadPolicy> overload(ExplainerConfig config) {
        ExplainerConfig.Overload overload = config.overload();
        return overload.policy().equals(SAMPLING)
                ? Optional.of(
                        new OverloadPolicy(overload.patience(), overload.leastBudget(), overload.leastProbability()))
                : Optional.empty();
    }

    /** What every explanation is asked to be. */
    static ExplanationSettings explanation(ExplainerConfig.Explain explain) {
        return new ExplanationSettings(
                explain.blockSize(),
                explain.regionSize(),
                schedule(explain),
                explain.seed(),
                new Budget(explain.maxForwards().orElse(Long.MAX_VALUE), explain.budget()),
                components(explain),
                explain.faithfulness());
    }

    private static Optional<ComponentSettings> components(ExplainerConfig.Explain explain) {
        return explain.components()
                ? Optional.of(new ComponentSettings(
                        explain.componentDonors(), explain.componentChannels(), ComponentSettings.DEFAULT.kinds()))
                : Optional.empty();
    }

    private static DrawSchedule schedule(ExplainerConfig.Explain explain) {
        return switch (explain.schedule()) {
            case "adaptive" -> new DrawSchedule.Adaptive(explain.targetStandardError(), explain.tau());
            case "published" -> new DrawSchedule.Published(explain.screeningDraws(), explain.draws(), explain.tau());
            default ->
                throw new IllegalArgumentException(
                        "limen.explain.schedule must be adaptive or published, not '" + explain.schedule() + "'");
        };
    }

    /** How many cases are explained at a time. */
    static int workers(ExplainerConfig config) {
        return config.workers().orElse(Runtime.getRuntime().availableProcessors());
    }
}
