package io.limen.aggregator.adapter.topology.watch;

import io.limen.schemas.DriftCommand;
import io.limen.schemas.DriftCommandKind;
import io.limen.schemas.SingleObjectSerde;
import java.time.Instant;
import java.util.Arrays;
import java.util.Random;

/** Commands that mean harm, from a seed. */
public final class HostileCommands {

    private static final String TEXT = "\nERROR FORGED by a record \u001b[31m\r\u0000\u202e\u2028";

    private final Random random;

    public HostileCommands(long seed) {
        random = new Random(seed);
    }

    /** One more, encoded. */
    public byte[] next() {
        DriftCommand.Builder command = DriftCommand.newBuilder()
                .setCommandId("command" + random.nextInt(1000))
                .setKind(DriftCommandKind.values()[random.nextInt(3)])
                .setModel("unet")
                .setModelVersion("1")
                .setAt(Instant.EPOCH);
        switch (random.nextInt(7)) {
            case 0 -> command.setCommandId(random.nextInt() + "x".repeat(300_000));
            case 1 -> command.setCommandId(TEXT).setBy(TEXT).setNote(TEXT);
            case 2 -> command.setModel(one("", "@", "a@b", "../../x", TEXT));
            case 3 -> command.setSite(one("", TEXT, "x".repeat(100_000)));
            case 4 -> command.setAt(Instant.ofEpochMilli(random.nextBoolean() ? Long.MAX_VALUE : Long.MIN_VALUE));
            case 5 -> command.setAlertId("x".repeat(100_000)).setNote("x".repeat(100_000));
            default -> {}
        }
        byte[] bytes = SingleObjectSerde.driftCommand().encode(command.build());
        return switch (random.nextInt(4)) {
            case 0 -> Arrays.copyOf(bytes, random.nextInt(bytes.length));
            case 1 -> turnedOver(bytes);
            default -> bytes;
        };
    }

    private byte[] turnedOver(byte[] bytes) {
        bytes[random.nextInt(Math.min(60, bytes.length))] ^= (byte) (1 << random.nextInt(8));
        return bytes;
    }

    private String one(String... texts) {
        return texts[random.nextInt(texts.length)];
    }
}
