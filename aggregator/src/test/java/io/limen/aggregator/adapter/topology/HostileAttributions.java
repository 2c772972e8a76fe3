package io.limen.aggregator.adapter.topology;

import io.limen.aggregator.rehearsal.SampleAttributions;
import io.limen.schemas.Attribution;
import io.limen.schemas.ComponentAnalysis;
import io.limen.schemas.ComponentEffect;
import io.limen.schemas.PerceptualStrategy;
import io.limen.schemas.ReferenceMode;
import io.limen.schemas.SingleObjectSerde;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Attributions that mean harm, from a seed. */
final class HostileAttributions {

    /** What is wrong. */
    enum Kind {
        NOTHING,
        TRUNCATED,
        BITS_TURNED_OVER,
        NOISE,
        NUMBERS,
        LENGTHS,
        PROFILES,
        NAMES,
        LONG_TEXT,
        HUGE_MAPS,
        COMPONENTS,
        TIMES
    }

    static final String FORGERY = "FORGED by a record";
    private static final String TEXT = "\nERROR " + FORGERY + " \u001b[31m\r\u0000\u202e\u2028";
    private static final double[] NUMBERS = {
        Double.NaN,
        Double.POSITIVE_INFINITY,
        Double.NEGATIVE_INFINITY,
        Double.MAX_VALUE,
        -Double.MAX_VALUE,
        Double.MIN_VALUE,
        -0.0,
        1e13,
        -1
    };

    private final Random random;
    private final SampleAttributions sound = new SampleAttributions("unet", "1", "clinic", 0.5);

    HostileAttributions(long seed) {
        random = new Random(seed);
    }

    /** The key that it comes with. */
    String key(Kind kind, Attribution attribution) {
        String key = attribution.getModel() + "@" + attribution.getModelVersion();
        return kind == Kind.NAMES && random.nextInt(3) == 0 ? (random.nextBoolean() ? null : TEXT) : key;
    }

    Attribution make(Kind kind, Instant now) {
        Attribution made = sound.withoutPicture(random, ReferenceMode.GROUND_TRUTH, now);
        switch (kind) {
            case NUMBERS -> numbers(made);
            case LENGTHS -> lengths(made);
            case PROFILES -> made.getStrategy().setProfile(profile());
            case NAMES -> names(made);
            case LONG_TEXT -> texts(made, "\u20ac".repeat(1 << 20));
            case HUGE_MAPS -> maps(made);
            case COMPONENTS -> components(made);
            case TIMES -> made.setSegmentedAt(time(now));
            default -> {}
        }
        return made;
    }

    byte[] bytes(Kind kind, Attribution attribution) {
        byte[] bytes = SingleObjectSerde.attribution().encode(attribution);
        switch (kind) {
            case TRUNCATED -> {
                return Arrays.copyOf(bytes, random.nextInt(bytes.length));
            }
            case BITS_TURNED_OVER -> {
                for (int i = random.nextInt(16); i >= 0; i--) {
                    bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
                }
            }
            case NOISE -> {
                byte[] noise = new byte[random.nextInt(4000)];
                random.nextBytes(noise);
                System.arraycopy(noise, 0, bytes, 10, Math.min(noise.length, bytes.length - 10));
            }
            default -> {}
        }
        return bytes;
    }

    private void numbers(Attribution made) {
        double number = NUMBERS[random.nextInt(NUMBERS.length)];
        switch (random.nextInt(9)) {
            case 0 -> made.setBaselineDice(number);
            case 1 -> made.getStrategy().setLocality(number);
            case 2 -> made.getStrategy().setStandardErrors(Map.of("locality", number));
            case 3 -> made.getStrategy().setProfileNoise(number);
            case 4 -> made.setInputTraits(Map.of("brightness", number));
            case 5 -> made.setOutputTraits(Map.of("certainty", number));
            case 6 -> made.setInclusionProbability(number);
            case 7 -> made.setEffects(new ArrayList<>(Collections.nCopies(256, number)));
            default -> made.getStrategy().setEnrichment(number);
        }
    }

    private void lengths(Attribution made) {
        int length = random.nextInt(3) == 0 ? 0 : random.nextInt(5_000);
        made.setEffects(new ArrayList<>(Collections.nCopies(length, 1.0)));
        made.setDraws(new ArrayList<>(Collections.nCopies(random.nextInt(300), -1)));
        made.setGridHeight(random.nextInt());
        made.setGridWidth(random.nextInt());
        made.setImageHeight(random.nextInt());
        if (random.nextBoolean()) {
            made.getStrategy().setProfile(new ArrayList<>(Collections.nCopies(random.nextInt(1000), 1.0 / 48)));
        }
    }

    private List<Double> profile() {
        List<Double> cells = new ArrayList<>(Collections.nCopies(48, 0.0));
        cells.set(random.nextInt(48), NUMBERS[random.nextInt(NUMBERS.length)]);
        cells.set(random.nextInt(48), random.nextBoolean() ? 1.0 : -1.0);
        return cells;
    }

    private void names(Attribution made) {
        String[] names = {TEXT, "", "..", "../../x", "@", "a@b", "x".repeat(500), "\ud83d", "${jndi:ldap://127.0.0.1/a}"
        };
        String name = names[random.nextInt(names.length)];
        switch (random.nextInt(7)) {
            case 0 -> made.setModel(name);
            case 1 -> made.setModelVersion(name);
            case 2 -> made.setSite(name);
            case 3 -> made.setCaseId(name);
            case 4 -> made.setStudyId(name);
            case 5 -> made.setExplanationId(name);
            default -> made.setStudyId("study" + random.nextInt(3));
        }
    }

    private void texts(Attribution made, String text) {
        switch (random.nextInt(6)) {
            case 0 -> made.setSite(text);
            case 1 -> made.setCaseId(text);
            case 2 -> made.setStudyId(text);
            case 3 -> made.setModel(text);
            case 4 -> made.setSchedule(text);
            default ->
                made.setComponentAnalysis(ComponentAnalysis.newBuilder()
                        .setUnavailable(text)
                        .setRankCorrelations(Map.of())
                        .build());
        }
    }

    private void maps(Attribution made) {
        Map<String, Double> map = new HashMap<>();
        for (int i = random.nextInt(20_000); i >= 0; i--) {
            map.put(i + TEXT, NUMBERS[i % NUMBERS.length]);
        }
        made.setInputTraits(map);
        made.getStrategy().setStandardErrors(map);
        made.getStrategy().setClassProbabilities(map);
        made.setAttributes(Map.of(TEXT, TEXT));
        made.getStrategy().setStrategy(PerceptualStrategy.values()[random.nextInt(PerceptualStrategy.values().length)]);
    }

    private void components(Attribution made) {
        List<ComponentEffect> effects = new ArrayList<>();
        for (int i = random.nextInt(5_000); i >= 0; i--) {
            effects.add(ComponentEffect.newBuilder()
                    .setName(random.nextInt() + (random.nextInt(50) == 0 ? "x".repeat(10_000) : TEXT))
                    .setKind(random.nextBoolean() ? "zero" : TEXT)
                    .setType("T".repeat(random.nextInt(500)))
                    .setAte(random.nextInt(500) == 0 ? Double.NaN : 1)
                    .setStandardError(0)
                    .setDraws(random.nextInt())
                    .setChannels(random.nextInt())
                    .build());
        }
        made.setComponents(effects);
    }

    private Instant time(Instant now) {
        Instant[] times = {
            Instant.ofEpochMilli(Long.MAX_VALUE),
            Instant.ofEpochMilli(Long.MIN_VALUE),
            Instant.EPOCH,
            Instant.ofEpochMilli(-1),
            now.plusSeconds(86_400L * 365 * 1000),
            now.minusSeconds(86_400L * 365 * 1000)
        };
        return times[random.nextInt(times.length)];
    }
}
