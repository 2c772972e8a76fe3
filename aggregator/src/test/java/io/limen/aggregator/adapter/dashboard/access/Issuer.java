package io.limen.aggregator.adapter.dashboard.access;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.RsaJsonWebKey;
import org.jose4j.jwk.RsaJwkGenerator;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.lang.JoseException;

/** An OIDC provider in this process: discovery, keys, and tokens for whoever the test wants to be. */
public final class Issuer implements QuarkusTestResourceLifecycleManager {

    static final String AUDIENCE = "limen-test";

    private static RsaJsonWebKey key;
    private static String address;

    private HttpServer server;

    @Override
    public Map<String, String> start() {
        try {
            key = RsaJwkGenerator.generateJwk(2048);
            key.setKeyId("test");
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (JoseException e) {
            throw new IllegalStateException(e);
        }
        address = "http://localhost:" + server.getAddress().getPort();
        server.createContext("/.well-known/openid-configuration", exchange -> answer(exchange, """
                {"issuer": "%1$s", "jwks_uri": "%1$s/keys", "token_endpoint": "%1$s/token",
                 "authorization_endpoint": "%1$s/auth"}""".formatted(address)));
        server.createContext(
                "/keys",
                exchange -> answer(
                        exchange, "{\"keys\": [" + key.toJson(JsonWebKey.OutputControlLevel.PUBLIC_ONLY) + "]}"));
        server.start();
        return Map.of("limen.access.oidc.issuer", address, "limen.access.oidc.audience", AUDIENCE);
    }

    private static void answer(HttpExchange exchange, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.sendResponseHeaders(200, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    @Override
    public void stop() {
        server.stop(0);
    }

    /** A token of somebody with the roles, good for some minutes. */
    static String token(String name, String... roles) {
        return sign(key, claims(name, 5, roles));
    }

    static JwtClaims claims(String name, float minutes, String... roles) {
        JwtClaims claims = new JwtClaims();
        claims.setIssuer(address);
        claims.setAudience(AUDIENCE);
        claims.setSubject("subject-of-" + name);
        claims.setClaim("preferred_username", name);
        claims.setStringListClaim("groups", List.of(roles));
        claims.setIssuedAtToNow();
        claims.setExpirationTimeMinutesInTheFuture(minutes);
        return claims;
    }

    static String signed(JwtClaims claims) {
        return sign(key, claims);
    }

    static String sign(RsaJsonWebKey with, JwtClaims claims) {
        JsonWebSignature token = new JsonWebSignature();
        token.setPayload(claims.toJson());
        token.setKey(with.getPrivateKey());
        token.setKeyIdHeaderValue("test");
        token.setAlgorithmHeaderValue(AlgorithmIdentifiers.RSA_USING_SHA256);
        try {
            return token.getCompactSerialization();
        } catch (JoseException e) {
            throw new IllegalStateException(e);
        }
    }
}
