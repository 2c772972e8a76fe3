package io.limen.schemas.access;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.interfaces.RSAPublicKey;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** An OIDC provider in this process: discovery, keys, and tokens for whoever the test wants to be (RFC 7515, RS256). */
public final class TokenIssuer implements AutoCloseable {

    public static final String AUDIENCE = "limen-test";

    private static final Duration MINUTES = Duration.ofMinutes(5);
    private static final Base64.Encoder URL = Base64.getUrlEncoder().withoutPadding();

    private final KeyPair keys = keys();

    /** Of somebody else: made once, for tests ask for its tokens with every request, and nothing that they do takes longer. */
    private final KeyPair others = keys();

    private final HttpServer server;

    private TokenIssuer(HttpServer server) {
        this.server = server;
    }

    /** Starts one. */
    public static TokenIssuer start() {
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            TokenIssuer issuer = new TokenIssuer(server);
            server.createContext(
                    "/.well-known/openid-configuration", exchange -> answer(exchange, """
                            {"issuer": "%1$s", "jwks_uri": "%1$s/keys", "token_endpoint": "%1$s/token",
                             "authorization_endpoint": "%1$s/auth"}""".formatted(issuer.address())));
            server.createContext("/keys", exchange -> answer(exchange, "{\"keys\": [" + issuer.publicKey() + "]}"));
            server.start();
            return issuer;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Its address. */
    public String address() {
        return "http://localhost:" + server.getAddress().getPort();
    }

    /** A token of somebody with the roles, good for some minutes. */
    public String token(String name, String... roles) {
        return signed(claims(name, MINUTES, roles));
    }

    /** What it says of somebody; may be changed before it is signed. */
    public Map<String, Object> claims(String name, Duration goodFor, String... roles) {
        Instant now = Instant.now();
        Map<String, Object> claims = new LinkedHashMap<>();
        claims.put("iss", address());
        claims.put("aud", AUDIENCE);
        claims.put("sub", "subject-of-" + name);
        claims.put("preferred_username", name);
        claims.put("groups", List.of(roles));
        claims.put("iat", now.getEpochSecond());
        claims.put("exp", now.plus(goodFor).getEpochSecond());
        return claims;
    }

    /** Tokens that look right, and are for others, of others, of yesterday, or signed by somebody else. */
    public List<String> refused(String role) {
        Map<String, Object> forOthers = claims("ada", MINUTES, role);
        forOthers.put("aud", "another-service");
        Map<String, Object> ofOthers = claims("ada", MINUTES, role);
        ofOthers.put("iss", "https://elsewhere.example");
        return List.of(
                signed(forOthers),
                signed(ofOthers),
                signed(claims("ada", Duration.ofHours(-1), role)),
                sign(others, claims("ada", MINUTES, role)));
    }

    /** With its own key. */
    public String signed(Map<String, Object> claims) {
        return sign(keys, claims);
    }

    private static String sign(KeyPair with, Map<String, Object> claims) {
        String signed = encoded("{\"alg\":\"RS256\",\"kid\":\"test\"}") + "." + encoded(json(claims));
        try {
            Signature signature = Signature.getInstance("SHA256withRSA");
            signature.initSign(with.getPrivate());
            signature.update(signed.getBytes(StandardCharsets.US_ASCII));
            return signed + "." + URL.encodeToString(signature.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String encoded(String json) {
        return URL.encodeToString(json.getBytes(StandardCharsets.UTF_8));
    }

    private static String json(Map<String, Object> claims) {
        return claims.entrySet().stream()
                .map(claim -> "\"" + claim.getKey() + "\":" + json(claim.getValue()))
                .collect(Collectors.joining(",", "{", "}"));
    }

    private static String json(Object value) {
        if (value instanceof List<?> list) {
            return list.stream().map(TokenIssuer::json).collect(Collectors.joining(",", "[", "]"));
        }
        return value instanceof Number ? value.toString() : "\"" + value + "\"";
    }

    private String publicKey() {
        RSAPublicKey key = (RSAPublicKey) keys.getPublic();
        return "{\"kty\":\"RSA\",\"alg\":\"RS256\",\"use\":\"sig\",\"kid\":\"test\",\"n\":\"" + number(key.getModulus())
                + "\",\"e\":\"" + number(key.getPublicExponent()) + "\"}";
    }

    /** Without the byte that holds nothing but the sign. */
    private static String number(BigInteger number) {
        byte[] bytes = number.toByteArray();
        return URL.encodeToString(bytes[0] == 0 ? Arrays.copyOfRange(bytes, 1, bytes.length) : bytes);
    }

    private static KeyPair keys() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void answer(HttpExchange exchange, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.sendResponseHeaders(200, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
