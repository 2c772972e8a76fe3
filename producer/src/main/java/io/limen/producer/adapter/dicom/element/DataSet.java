package io.limen.producer.adapter.dicom.element;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** The attributes of a file, or of an item of a sequence, that Limen reads. */
public final class DataSet {

    private final ByteOrder order;
    private final Map<Attribute, byte[]> values = new EnumMap<>(Attribute.class);
    private final Map<Attribute, List<DataSet>> items = new EnumMap<>(Attribute.class);

    public DataSet(ByteOrder order) {
        this.order = order;
    }

    public void put(Attribute attribute, byte[] value) {
        values.put(attribute, value);
    }

    public void put(Attribute attribute, List<DataSet> sequence) {
        items.put(attribute, List.copyOf(sequence));
    }

    /** The items of a sequence, none where it is absent. */
    public List<DataSet> items(Attribute attribute) {
        return items.getOrDefault(attribute, List.of());
    }

    /** The first item of a sequence. */
    public Optional<DataSet> item(Attribute attribute) {
        return items(attribute).stream().findFirst();
    }

    /** A text without the padding; empty texts count as absent. */
    public Optional<String> text(Attribute attribute) {
        return Optional.ofNullable(values.get(attribute))
                .map(value -> new String(value, StandardCharsets.ISO_8859_1)
                        .replace('\0', ' ')
                        .strip())
                .filter(text -> !text.isEmpty());
    }

    /** The first of the numbers that a text holds. */
    public Optional<Double> decimal(Attribute attribute) throws UnusableDicom {
        Optional<String> text = text(attribute);
        if (text.isEmpty()) {
            return Optional.empty();
        }
        try {
            double value = Double.parseDouble(text.get().split("\\\\", -1)[0].strip());
            if (Double.isFinite(value)) {
                return Optional.of(value);
            }
        } catch (NumberFormatException e) {
            // said below
        }
        throw new UnusableDicom("damaged DICOM header: " + attribute + " is no number");
    }

    /** Every whole number that a text holds, none where the attribute is absent. */
    public int[] integers(Attribute attribute) throws UnusableDicom {
        String[] parts = text(attribute).map(text -> text.split("\\\\", -1)).orElse(new String[0]);
        try {
            return Arrays.stream(parts)
                    .map(String::strip)
                    .mapToInt(Integer::parseInt)
                    .toArray();
        } catch (NumberFormatException e) {
            throw new UnusableDicom("damaged DICOM header: " + attribute + " is no whole number");
        }
    }

    /** The first of the whole numbers that a text holds. */
    public OptionalInt integer(Attribute attribute) throws UnusableDicom {
        Optional<Double> value = decimal(attribute);
        if (value.isEmpty()) {
            return OptionalInt.empty();
        }
        if (value.get() != Math.rint(value.get()) || Math.abs(value.get()) > Integer.MAX_VALUE) {
            throw new UnusableDicom("damaged DICOM header: " + attribute + " is no whole number");
        }
        return OptionalInt.of(value.get().intValue());
    }

    /** The first of 16-bit numbers, 0 to 65535. */
    public OptionalInt unsigned(Attribute attribute) {
        int[] words = words(attribute);
        return words.length == 0 ? OptionalInt.empty() : OptionalInt.of(words[0]);
    }

    /** 16-bit numbers, each 0 to 65535; none where the attribute is absent. */
    public int[] words(Attribute attribute) {
        byte[] value = values.getOrDefault(attribute, new byte[0]);
        ByteBuffer buffer = ByteBuffer.wrap(value).order(order);
        int[] words = new int[value.length / Short.BYTES];
        Arrays.setAll(words, i -> Short.toUnsignedInt(buffer.getShort()));
        return words;
    }

    /** The value as it lies in the file; empty where it is absent. */
    public byte[] bytes(Attribute attribute) {
        return values.getOrDefault(attribute, new byte[0]).clone();
    }
}
