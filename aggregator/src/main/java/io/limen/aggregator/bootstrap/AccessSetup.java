package io.limen.aggregator.bootstrap;

import io.limen.aggregator.adapter.dashboard.access.AccessRules;
import io.limen.aggregator.adapter.dashboard.access.AccessRules.OidcRoles;
import io.limen.aggregator.adapter.dashboard.access.AccessRules.Openings;
import io.limen.aggregator.adapter.dashboard.access.AccessTokens;
import io.limen.schemas.SharedSecret;
import io.limen.schemas.access.OidcIssuer;
import io.limen.schemas.access.OwnNames;
import io.quarkus.oidc.OidcTenantConfig;
import io.quarkus.oidc.runtime.OidcTenantConfig.ApplicationType;
import io.quarkus.runtime.configuration.ConfigurationException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Makes of the configuration who may do what, or says in one line what is wrong with it. */
final class AccessSetup {

    private AccessSetup() {}

    /**
     * The rules.
     *
     * @param environment where tokens may stand that no file holds
     * @param listensAt name or address that the port is at
     * @throws ConfigurationException one line, without anything of a token
     */
    static AccessRules rules(AggregatorConfig.Access access, Map<String, String> environment, String listensAt) {
        AccessTokens tokens;
        try {
            tokens = new AccessTokens(
                    secret("viewer", access.viewerTokenFile(), environment),
                    secret("operator", access.operatorTokenFile(), environment));
        } catch (IllegalArgumentException e) {
            throw new ConfigurationException("limen.access: " + e.getMessage(), e);
        }
        AggregatorConfig.Oidc oidc = access.oidc();
        check(oidc);
        return new AccessRules(
                tokens,
                oidc.issuer().map(issuer -> new OidcRoles(oidc.viewerRole(), oidc.operatorRole())),
                new Openings(access.openHealth(), access.openMetrics(), access.openReading()),
                names(access, listensAt));
    }

    private static OwnNames names(AggregatorConfig.Access access, String listensAt) {
        try {
            return OwnNames.of(access.hosts(), listensAt);
        } catch (IllegalArgumentException e) {
            throw new ConfigurationException("limen.access.hosts must hold " + e.getMessage(), e);
        }
    }

    private static Optional<SharedSecret> secret(String role, Optional<Path> file, Map<String, String> environment) {
        try {
            return SharedSecret.of(file, "LIMEN_" + role.toUpperCase(java.util.Locale.ROOT) + "_TOKEN", environment);
        } catch (SharedSecret.UnusableException e) {
            throw new ConfigurationException("limen.access." + role + "-token-file: " + e.getMessage(), e);
        }
    }

    private static void check(AggregatorConfig.Oidc oidc) {
        try {
            OidcIssuer.of(oidc.issuer(), oidc.audience());
        } catch (IllegalArgumentException e) {
            throw new ConfigurationException("limen.access.oidc." + e.getMessage(), e);
        }
        if (oidc.issuer().isPresent() && oidc.viewerRole().equals(oidc.operatorRole())) {
            throw new ConfigurationException("limen.access.oidc: the roles of viewers and operators are the same");
        }
    }

    /** How OIDC tokens are checked: by the keys of the issuer, for this audience. */
    static OidcTenantConfig tenant(AggregatorConfig.Oidc oidc) {
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

    /** One line for the log: who can show who they are. */
    static String described(AccessRules rules, AggregatorConfig.Access access) {
        String ways = Stream.of(
                        rules.tokens().viewer().map(secret -> "a token of viewers"),
                        rules.tokens().operator().map(secret -> "a token of operators"),
                        access.oidc().issuer().map(issuer -> "OIDC tokens of " + issuer))
                .flatMap(Optional::stream)
                .collect(Collectors.joining(", "));
        return ways.isEmpty() ? "none set up, callers on this machine may do everything" : ways;
    }
}
