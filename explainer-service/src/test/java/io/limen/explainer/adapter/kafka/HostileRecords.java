package io.limen.explainer.adapter.kafka;

import io.limen.explainer.application.Sha256;
import io.limen.schemas.DriftCommand;
import io.limen.schemas.DriftCommandKind;
import io.limen.schemas.ImageReference;
import io.limen.schemas.InlineImage;
import io.limen.schemas.Region;
import io.limen.schemas.RejectionHeader;
import io.limen.schemas.SegmentationResult;
import io.limen.schemas.SingleObjectSerde;
import io.limen.schemas.Topic;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.apache.kafka.clients.producer.ProducerRecord;

/** Records that mean harm, from a seed: the same every time. */
final class HostileRecords {

    /** Stands at the beginning of a line of the log when a record got to write one. */
    static final String FORGERY = "FORGED by a record";

    private static final int HEADER = 10;
    private static final int TEN_MEGABYTES = 10_000_000;
    private static final String TEXT = "\n2026-01-01 00:00:00.000 ERROR " + FORGERY + " \u001b[31m\r\u0000\u202e\u2028";

    private final Random random;
    private final HostileSurroundings surroundings;
    private final int longTexts;
    private int made;

    /** @param longTexts one text in so many is of ten megabytes */
    HostileRecords(long seed, HostileSurroundings surroundings, int longTexts) {
        this.random = new Random(seed);
        this.surroundings = surroundings;
        this.longTexts = longTexts;
    }

    ProducerRecord<byte[], byte[]> make(HostileKind kind) {
        SegmentationResult.Builder sound = sound();
        String topic = Topic.SEGMENTATION_RESULTS.topicName();
        byte[] key = sound.getCaseId().getBytes(StandardCharsets.UTF_8);
        if (kind == HostileKind.KEYS) {
            key = random.nextBoolean() ? null : random.nextBoolean() ? new byte[0] : noise(20_000);
        }
        ProducerRecord<byte[], byte[]> record = new ProducerRecord<>(topic, key, value(kind, sound));
        if (kind == HostileKind.HEADERS) {
            putHeaders(record);
        }
        return record;
    }

    private SegmentationResult.Builder sound() {
        return SegmentationResult.newBuilder()
                .setCaseId("case-" + made++)
                .setStudyId("study")
                .setSite("site")
                .setModel("phantom-unet")
                .setModelVersion("1")
                .setImage(new InlineImage(ByteBuffer.wrap(surroundings.sound())))
                .setRegion(new Region(32, 32, 32, 32))
                .setSegmentedAt(Instant.EPOCH)
                .setAttributes(Map.of());
    }

    private byte[] value(HostileKind kind, SegmentationResult.Builder sound) {
        return switch (kind) {
            case NOTHING, KEYS -> encoded(sound);
            case HEADERS -> random.nextBoolean() ? encoded(sound) : noise(50);
            case TRUNCATED,
                    BITS_TURNED_OVER,
                    NOISE,
                    NO_VALUE,
                    OTHER_SCHEMA,
                    UNKNOWN_FINGERPRINT,
                    HUGE_LENGTHS,
                    BYTES_BEHIND -> bytes(kind, encoded(sound));
            case FORGED_IDS -> encoded(forged(sound));
            case LONG_TEXT -> encoded(longText(sound));
            case MODEL_NAMES -> encoded(anyModel(sound));
            case CLASSES -> encoded(sound.setTargetClass(one(1, -1, Integer.MAX_VALUE, Integer.MIN_VALUE)));
            case REGIONS -> encoded(sound.setRegion(new Region(side(), side(), side(), side())));
            case FILES_OUTSIDE -> encoded(sound.setImage(reference(outside())));
            case OTHER_ADDRESSES -> encoded(sound.setImage(reference(elsewhere())));
            case NO_REGULAR_FILES -> encoded(sound.setImage(reference(noFile())));
            case MASKS -> encoded(masks(sound));
            default -> encoded(sound.setImage(inline(picture(kind.picture()))));
        };
    }

    private byte[] bytes(HostileKind kind, byte[] sound) {
        return switch (kind) {
            case TRUNCATED -> Arrays.copyOf(sound, random.nextInt(sound.length));
            case BITS_TURNED_OVER -> turnedOver(sound);
            case NOISE -> behindHeader(sound, noise(random.nextInt(3000)));
            case NO_VALUE -> random.nextBoolean() ? null : new byte[0];
            case OTHER_SCHEMA -> command();
            case UNKNOWN_FINGERPRINT -> otherFingerprint(sound);
            case HUGE_LENGTHS -> hugeLength(sound);
            default -> Arrays.copyOf(sound, sound.length + 1 + random.nextInt(100));
        };
    }

    /** Mostly where the record is not picture. */
    private byte[] turnedOver(byte[] sound) {
        byte[] turned = sound.clone();
        int most = random.nextBoolean() ? 80 : turned.length;
        for (int i = random.nextInt(8); i >= 0; i--) {
            turned[random.nextInt(most)] ^= (byte) (1 << random.nextInt(8));
        }
        return turned;
    }

    private static byte[] behindHeader(byte[] sound, byte[] rest) {
        byte[] record = Arrays.copyOf(sound, HEADER + rest.length);
        System.arraycopy(rest, 0, record, HEADER, rest.length);
        return record;
    }

    private byte[] otherFingerprint(byte[] sound) {
        byte[] other = sound.clone();
        System.arraycopy(noise(HEADER - 2), 0, other, 2, HEADER - 2);
        return other;
    }

    /** A length somewhere becomes one of gigabytes, or a negative one. */
    private byte[] hugeLength(byte[] sound) {
        byte[] huge = sound.clone();
        int at = HEADER + random.nextInt(70);
        Arrays.fill(huge, at, at + 4 + random.nextInt(5), (byte) 0xFF);
        huge[at + 8] = (byte) random.nextInt(2);
        return huge;
    }

    private static byte[] command() {
        return SingleObjectSerde.driftCommand()
                .encode(DriftCommand.newBuilder()
                        .setCommandId("c")
                        .setKind(DriftCommandKind.PIN_REFERENCE)
                        .setModel("phantom-unet")
                        .setModelVersion("1")
                        .setAt(Instant.EPOCH)
                        .build());
    }

    private SegmentationResult.Builder forged(SegmentationResult.Builder sound) {
        return switch (random.nextInt(5)) {
            case 0 -> sound.setCaseId(sound.getCaseId() + TEXT);
            case 1 -> sound.setSite(TEXT);
            case 2 -> sound.setStudyId(TEXT);
            case 3 -> sound.setModel(TEXT);
            default -> sound.setAttributes(Map.of("scanner" + TEXT, TEXT));
        };
    }

    private SegmentationResult.Builder longText(SegmentationResult.Builder sound) {
        boolean longest = random.nextInt(longTexts) == 0;
        String text = "x".repeat(longest ? TEN_MEGABYTES : 1 + random.nextInt(50_000));
        return switch (random.nextInt(5)) {
            case 0 -> sound.setCaseId(text);
            case 1 -> sound.setSite(text);
            case 2 -> sound.setModelVersion(text);
            case 3 -> sound.setImage(new ImageReference("file:/" + text, text));
            default -> sound.setAttributes(manyAttributes(text));
        };
    }

    private Map<String, String> manyAttributes(String text) {
        Map<String, String> attributes = new HashMap<>();
        if (text.length() < TEN_MEGABYTES) {
            for (int i = random.nextInt(20_000); i >= 0; i--) {
                attributes.put("attribute" + i, "");
            }
        }
        attributes.put("text", text);
        return attributes;
    }

    private SegmentationResult.Builder anyModel(SegmentationResult.Builder sound) {
        String[] names = {
            "../../etc",
            "..",
            ".",
            "",
            "/etc/passwd",
            "a/b",
            "a\\b",
            "%2e%2e",
            "unknown",
            "phantom-unet/1",
            "con",
            "~",
            "$HOME",
            "phantom-unet\u0000",
            "x".repeat(101),
            "\uD83D\uDE00",
            "${jndi:ldap://127.0.0.1:" + surroundings.port() + "/a}"
        };
        String name = names[random.nextInt(names.length)];
        return random.nextBoolean() ? sound.setModel(name) : sound.setModelVersion(name);
    }

    private int side() {
        return one(0, -1, 1, 8, 127, 128, 129, Integer.MAX_VALUE, Integer.MIN_VALUE, Integer.MAX_VALUE - 64);
    }

    private String outside() {
        String canary =
                surroundings.outside().resolve(HostileSurroundings.CANARY).toString();
        String allowed = surroundings.allowed().toString();
        String[] uris = {
            "file:" + canary,
            "file://" + canary,
            "FILE:" + canary,
            "file://localhost" + canary,
            "file:" + allowed + "/../../outside/canary.jpg",
            "file:" + allowed + "/%2e%2e/%2e%2e/outside/canary.jpg",
            "file:" + allowed + "/link.jpg",
            "file:" + allowed + "/folder/canary.jpg",
            "file:" + allowed + "/sound.jpg/../folder/canary.jpg",
            "file:" + allowed + "/round/canary.jpg",
            "file:" + allowed + "%00/../../outside/canary.jpg",
            "file:///proc/self/root" + canary,
            "file:/etc/passwd",
            "file:/proc/self/environ",
            canary,
            "../outside/canary.jpg"
        };
        return uris[random.nextInt(uris.length)];
    }

    private String elsewhere() {
        String host = "127.0.0.1:" + surroundings.port();
        String[] uris = {
            "http://" + host + "/a.jpg",
            "https://" + host + "/a.jpg",
            "ftp://" + host + "/a.jpg",
            "jar:http://" + host + "/a.jar!/a.jpg",
            "jar:file:" + surroundings.outside() + "/a.jar!/canary.jpg",
            "file://" + host + "/a.jpg",
            "file:////" + host + "/share/a.jpg",
            "\\\\" + host + "\\share\\a.jpg",
            "ldap://" + host + "/a",
            "gopher://" + host + "/_a",
            "s3://" + host + "/bucket/a.jpg",
            "data:image/jpeg;base64,AAAA",
            "urn:a",
            "//" + host + "/a.jpg",
            ""
        };
        return uris[random.nextInt(uris.length)];
    }

    private String noFile() {
        String[] names = {
            surroundings.allowed() + "/inside.pipe",
            surroundings.allowed() + "/pipe.jpg",
            surroundings.allowed().toString(),
            "/dev/zero",
            "/dev/random",
            "/dev/stdin",
            "/proc/self/mem",
            "/proc/kmsg",
            "/"
        };
        return "file:" + names[random.nextInt(names.length)];
    }

    private ImageReference reference(String uri) {
        return new ImageReference(uri, Sha256.of(surroundings.sound()));
    }

    private SegmentationResult.Builder masks(SegmentationResult.Builder sound) {
        HostilePicture[] kinds = HostilePicture.values();
        HostilePicture kind = kinds[random.nextInt(kinds.length)];
        byte[] mask = random.nextInt(10) == 0 ? HostilePicture.soundPng(128, 127) : picture(kind);
        return random.nextBoolean()
                ? sound.setMask(ByteBuffer.wrap(mask))
                : sound.setGroundTruth(ByteBuffer.wrap(mask));
    }

    private byte[] picture(HostilePicture kind) {
        return kind.make(random, surroundings.sound());
    }

    private void putHeaders(ProducerRecord<byte[], byte[]> record) {
        for (int i = random.nextInt(500); i >= 0; i--) {
            record.headers().add("h" + i + TEXT, random.nextBoolean() ? null : noise(20));
        }
        for (String trace : List.of("traceparent", "tracestate", "baggage")) {
            record.headers()
                    .add(trace, random.nextInt(3) == 0 ? null : random.nextBoolean() ? noise(60) : traceparent());
        }
        List.of(RejectionHeader.values())
                .forEach(header -> record.headers().add(header.key(), TEXT.getBytes(StandardCharsets.UTF_8)));
    }

    private byte[] traceparent() {
        String text = random.nextBoolean()
                ? "00-" + "f".repeat(32) + "-" + "0".repeat(16) + "-01"
                : TEXT.repeat(1 + random.nextInt(500));
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private int one(int... values) {
        return values[random.nextInt(values.length)];
    }

    private byte[] noise(int length) {
        byte[] noise = new byte[length];
        random.nextBytes(noise);
        return noise;
    }

    private static InlineImage inline(byte[] picture) {
        return new InlineImage(ByteBuffer.wrap(picture));
    }

    private static byte[] encoded(SegmentationResult.Builder segmented) {
        return CaseRecords.encoded(segmented.build());
    }
}
