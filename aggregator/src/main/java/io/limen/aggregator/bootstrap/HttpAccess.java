package io.limen.aggregator.bootstrap;

import io.limen.aggregator.adapter.dashboard.KeptParts;
import io.limen.aggregator.adapter.dashboard.OpenFeeds;
import io.limen.aggregator.adapter.dashboard.access.AccessMechanism;
import io.limen.aggregator.adapter.dashboard.access.AccessPolicy;
import io.limen.aggregator.adapter.dashboard.access.AccessRules;
import io.limen.aggregator.adapter.dashboard.access.Answers;
import io.limen.aggregator.adapter.dashboard.access.AuditTrail;
import io.limen.aggregator.adapter.dashboard.access.HealthInAWord;
import io.limen.aggregator.adapter.dashboard.access.KafkaAuditLog;
import io.limen.aggregator.adapter.dashboard.access.RequestGate;
import io.limen.aggregator.adapter.dashboard.access.Requester;
import io.limen.schemas.access.Listener;
import io.quarkus.oidc.Oidc;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.MemorySize;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.smallrye.health.SmallRyeHealthReporter;
import io.vertx.ext.web.Router;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.Map;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Puts who may do what before everything that is served. */
@Singleton
final class HttpAccess {

    private static final Logger LOG = LoggerFactory.getLogger(HttpAccess.class);

    /** Quarkus asks who calls at 200, and whether they may at 100. */
    private static final int BEFORE_ANYBODY_IS_KNOWN = 400;

    private static final int ONCE_THEY_MAY = 50;
    private static final int ONCE_ADMITTED = 40;

    @Produces
    @Singleton
    AccessRules rules(AggregatorConfig config, @ConfigProperty(name = "quarkus.http.host") String host) {
        return AccessSetup.rules(config.access(), System.getenv(), host);
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
    Requester requester(AccessRules rules) {
        return new Requester(rules, InstantSource.system());
    }

    @Produces
    @Singleton
    OpenFeeds feeds(AggregatorConfig config, Requester requester) {
        return new OpenFeeds(requester::client, config.access().feedsPerClient());
    }

    @Produces
    @Singleton
    KafkaAuditLog auditLog(KafkaClients clients) {
        return new KafkaAuditLog(
                () -> clients.producer(Map.of(ProducerConfig.CLIENT_ID_CONFIG, "limen-aggregator-audit")));
    }

    @Produces
    @Singleton
    AuditTrail trail(KafkaAuditLog log) {
        return new AuditTrail(log, InstantSource.system());
    }

    @Produces
    @Singleton
    RequestGate gate(
            AggregatorConfig config,
            Requester requester,
            AuditTrail trail,
            @ConfigProperty(name = "quarkus.http.limits.max-body-size") MemorySize mostBytes) {
        return new RequestGate(
                requester,
                trail,
                InstantSource.system(),
                mostBytes.asLongValue(),
                config.access().writesPerMinute());
    }

    @Produces
    @Singleton
    HealthInAWord health(Requester requester, SmallRyeHealthReporter reporter) {
        return new HealthInAWord(requester, reporter);
    }

    void filter(@Observes Filters filters, RequestGate gate, HealthInAWord health) {
        filters.register(gate::enter, BEFORE_ANYBODY_IS_KNOWN);
        filters.register(gate::admit, ONCE_THEY_MAY);
        filters.register(health, ONCE_ADMITTED);
        filters.register(new KeptParts(), ONCE_ADMITTED);
    }

    void answer(@Observes Router router, AccessRules rules) {
        router.route().order(Integer.MIN_VALUE + 1).failureHandler(new Answers(rules));
    }

    void takeTokens(@Observes Oidc oidc, AggregatorConfig config, AccessRules checked) {
        oidc.create(AccessSetup.tenant(config.access().oidc()));
    }

    void tell(
            @Observes StartupEvent event,
            AggregatorConfig config,
            AccessRules rules,
            @ConfigProperty(name = "quarkus.http.host") String host,
            @ConfigProperty(name = "quarkus.http.insecure-requests", defaultValue = "enabled") String insecure) {
        LOG.info("Access: {}", AccessSetup.described(rules, config.access()));
        AccessWarnings.of(rules, new Listener(host, insecure)).forEach(LOG::warn);
    }
}
