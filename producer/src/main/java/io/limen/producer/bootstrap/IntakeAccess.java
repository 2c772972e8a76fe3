package io.limen.producer.bootstrap;

import io.limen.producer.adapter.http.SegmentationStream;
import io.limen.producer.adapter.http.access.AccessMechanism;
import io.limen.producer.adapter.http.access.AccessPolicy;
import io.limen.producer.adapter.http.access.AccessRules;
import io.limen.producer.adapter.http.access.IntakeGate;
import io.limen.producer.adapter.http.access.Refusals;
import io.limen.producer.application.intake.CaseIntake;
import io.limen.producer.application.intake.FileReading;
import io.limen.schemas.SharedSecret;
import io.limen.schemas.access.OidcIssuer;
import io.limen.schemas.access.OwnNames;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.oidc.Oidc;
import io.quarkus.oidc.OidcTenantConfig;
import io.quarkus.oidc.runtime.OidcTenantConfig.ApplicationType;
import io.quarkus.runtime.configuration.ConfigurationException;
import io.quarkus.runtime.configuration.MemorySize;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.ext.web.Router;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Puts who may bring cases, and how many at a time, before everything that is served. */
@Singleton
final class IntakeAccess {

    /** Quarkus asks who calls at 200, and whether they may at 100. */
    private static final int BEFORE_ANYBODY_IS_KNOWN = 400;

    private static final int ONCE_THEY_MAY = 50;

    @Produces
    @Singleton
    AccessRules rules(IntakeConfig config, @ConfigProperty(name = "quarkus.http.host") String listensAt) {
        return rules(config.access(), System.getenv(), listensAt);
    }

    /**
     * The rules.
     *
     * @param environment where a token may stand that no file holds
     * @param listensAt name or address that the port is at
     * @throws ConfigurationException one line, without anything of a token
     */
    static AccessRules rules(IntakeConfig.Access access, Map<String, String> environment, String listensAt) {
        try {
            return new AccessRules(
                    SharedSecret.of(access.publisherTokenFile(), "LIMEN_PUBLISHER_TOKEN", environment),
                    OidcIssuer.of(access.oidc().issuer(), access.oidc().audience())
                            .map(issuer -> access.oidc().publisherRole()),
                    new AccessRules.Openings(access.openHealth(), access.openMetrics(), access.openEvents()),
                    names(access, listensAt));
        } catch (SharedSecret.UnusableException e) {
            throw new ConfigurationException("limen.access.publisher-token-file: " + e.getMessage(), e);
        } catch (IllegalArgumentException e) {
            throw new ConfigurationException("limen.access.oidc." + e.getMessage(), e);
        }
    }

    private static OwnNames names(IntakeConfig.Access access, String listensAt) {
        try {
            return OwnNames.of(access.hosts(), listensAt);
        } catch (IllegalArgumentException e) {
            throw new ConfigurationException("limen.access.hosts must hold " + e.getMessage(), e);
        }
    }

    @Produces
    @Singleton
    AccessMechanism mechanism(AccessRules rules) {
        return new AccessMechanism(rules);
    }

    @Produces
    @Singleton
    AccessPolicy policy(AccessRules rules) {
        return new AccessPolicy(rules);
    }

    @Produces
    @Singleton
    IntakeGate gate(
            IntakeConfig config,
            MeterRegistry registry,
            @ConfigProperty(name = "quarkus.http.limits.max-body-size") MemorySize mostBytes) {
        return new IntakeGate(config.intake().mostAtOnce(), mostBytes.asLongValue(), registry);
    }

    void filter(@Observes Filters filters, IntakeGate gate) {
        filters.register(gate::enter, BEFORE_ANYBODY_IS_KNOWN);
        filters.register(gate::admit, ONCE_THEY_MAY);
    }

    void route(
            @Observes Router router,
            AccessRules rules,
            CaseIntake intake,
            FileReading reading,
            @ConfigProperty(name = "quarkus.http.limits.max-body-size") MemorySize mostBytes) {
        router.route().order(Integer.MIN_VALUE + 1).failureHandler(new Refusals(rules));
        router.post("/segmentations/stream")
                .handler(new SegmentationStream(intake, reading, Math.toIntExact(mostBytes.asLongValue())));
    }

    void takeTokens(@Observes Oidc oidc, IntakeConfig config, AccessRules checked) {
        oidc.create(tenant(config.access().oidc()));
    }

    /** How OIDC tokens are checked: by the keys of the issuer, for this audience. */
    private static OidcTenantConfig tenant(IntakeConfig.Oidc oidc) {
        if (oidc.issuer().isEmpty()) {
            return OidcTenantConfig.builder().tenantEnabled(false).build();
        }
        var tenant = OidcTenantConfig.authServerUrl(oidc.issuer().get().toString())
                .applicationType(ApplicationType.SERVICE)
                .token()
                .audience(oidc.audience().orElseThrow())
                // an opaque token would be sent to the issuer with every request
                .allowOpaqueTokenIntrospection(false)
                .allowJwtIntrospection(false)
                .end();
        oidc.rolesClaim().ifPresent(path -> tenant.roles(null, path));
        return tenant.build();
    }
}
