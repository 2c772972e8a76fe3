package io.limen.aggregator.adapter.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.limen.aggregator.application.report.StatedLimits;
import io.limen.aggregator.domain.comparison.AcceptanceLimits;
import io.limen.aggregator.domain.strategy.Feature;
import io.limen.aggregator.domain.strategy.PerceptualStrategy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;

/** Reads limits of acceptance from YAML: {@code features}, {@code shares} and {@code leastStudies}, and nothing else. */
final class LimitsFile {

    private static final int MOST_BYTES = 64 * 1024;

    private static final ObjectMapper YAML = YAMLMapper.builder(YAMLFactory.builder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .build())
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private LimitsFile() {}

    /** As it is written. */
    record Written(Map<String, Double> features, Map<String, Double> shares, Integer leastStudies) {}

    /** @throws UserMistakeException one line that says what is wrong with it */
    static StatedLimits read(Path file) throws UserMistakeException {
        byte[] bytes;
        try {
            UserMistakeException.require(
                    Files.isRegularFile(file) && Files.size(file) <= MOST_BYTES,
                    "--limits: no file of at most 64 KiB: " + file);
            bytes = Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UserMistakeException("--limits: can't be read: " + file, e);
        }
        try {
            Written written = YAML.readValue(bytes, Written.class);
            UserMistakeException.require(written != null, "--limits: " + file + " is empty");
            return new StatedLimits(file.getFileName().toString(), sha256(bytes), limits(written));
        } catch (JsonProcessingException e) {
            throw new UserMistakeException("--limits: " + file + ": " + e.getOriginalMessage(), e);
        } catch (IOException | IllegalArgumentException e) {
            throw new UserMistakeException("--limits: " + file + ": " + e.getMessage(), e);
        }
    }

    private static AcceptanceLimits limits(Written written) {
        Map<Feature, Double> features = new EnumMap<>(Feature.class);
        given(written.features())
                .forEach((name, limit) -> features.put(
                        Feature.named(name)
                                .orElseThrow(() -> new IllegalArgumentException("there is no feature " + name)),
                        limit));
        Map<PerceptualStrategy, Double> shares = new EnumMap<>(PerceptualStrategy.class);
        given(written.shares()).forEach((name, limit) -> shares.put(strategy(name), limit));
        return new AcceptanceLimits(
                features,
                shares,
                written.leastStudies() == null ? AcceptanceLimits.USUAL_STUDIES : written.leastStudies());
    }

    private static Map<String, Double> given(Map<String, Double> limits) {
        Map<String, Double> given = new TreeMap<>();
        if (limits != null) {
            limits.forEach((name, limit) -> {
                if (limit == null) {
                    throw new IllegalArgumentException(name + " has no limit");
                }
                given.put(name, limit);
            });
        }
        return given;
    }

    private static PerceptualStrategy strategy(String name) {
        for (PerceptualStrategy one : PerceptualStrategy.values()) {
            if (one.name().equals(name)) {
                return one;
            }
        }
        throw new IllegalArgumentException("there is no class of strategy " + name);
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
