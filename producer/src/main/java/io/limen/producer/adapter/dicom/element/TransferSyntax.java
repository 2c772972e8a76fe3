package io.limen.producer.adapter.dicom.element;

import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.Map;

/** How a file is written (PS3.5, chapters 8 and 10, and PS3.6, annex A). */
public enum TransferSyntax {
    IMPLICIT_LITTLE_ENDIAN("1.2.840.10008.1.2", Coding.NATIVE),
    EXPLICIT_LITTLE_ENDIAN("1.2.840.10008.1.2.1", Coding.NATIVE),
    ENCAPSULATED_UNCOMPRESSED("1.2.840.10008.1.2.1.98", Coding.NATIVE_IN_FRAGMENTS),
    EXPLICIT_BIG_ENDIAN("1.2.840.10008.1.2.2", Coding.NATIVE),
    JPEG_BASELINE("1.2.840.10008.1.2.4.50", Coding.JPEG),
    JPEG_EXTENDED("1.2.840.10008.1.2.4.51", Coding.JPEG),
    JPEG_LOSSLESS("1.2.840.10008.1.2.4.57", Coding.JPEG),
    JPEG_LOSSLESS_FIRST_ORDER("1.2.840.10008.1.2.4.70", Coding.JPEG),
    JPEG_2000_LOSSLESS("1.2.840.10008.1.2.4.90", Coding.JPEG_2000),
    JPEG_2000("1.2.840.10008.1.2.4.91", Coding.JPEG_2000),
    RLE("1.2.840.10008.1.2.5", Coding.RLE);

    /** How pixels are coded. */
    public enum Coding {
        NATIVE,
        NATIVE_IN_FRAGMENTS,
        RLE,
        JPEG,
        JPEG_2000
    }

    /** In use, and decoded by no library that the product could take. */
    private static final Map<String, String> UNDECODABLE = Map.of(
            "1.2.840.10008.1.2.1.99", "a deflated data set",
            "1.2.840.10008.1.2.4.80", "JPEG-LS",
            "1.2.840.10008.1.2.4.81", "JPEG-LS",
            "1.2.840.10008.1.2.4.100", "MPEG-2",
            "1.2.840.10008.1.2.4.102", "MPEG-4",
            "1.2.840.10008.1.2.4.107", "HEVC",
            "1.2.840.10008.1.2.4.110", "JPEG XL",
            "1.2.840.10008.1.2.4.201", "High-Throughput JPEG 2000",
            "1.2.840.10008.1.2.4.202", "High-Throughput JPEG 2000",
            "1.2.840.10008.1.2.4.203", "High-Throughput JPEG 2000");

    private final String uid;
    private final Coding coding;

    TransferSyntax(String uid, Coding coding) {
        this.uid = uid;
        this.coding = coding;
    }

    public static TransferSyntax of(String uid) throws UnusableDicom {
        return Arrays.stream(values())
                .filter(syntax -> syntax.uid.equals(uid))
                .findFirst()
                .orElseThrow(() -> unknown(uid));
    }

    private static UnusableDicom unknown(String uid) {
        boolean printable = uid.matches("[0-9.]{1,64}");
        String name = UNDECODABLE.getOrDefault(uid, "transfer syntax " + (printable ? uid : "that is no UID"));
        return new UnusableDicom("coded as " + name + ", which Limen does not decode (gdcmconv --raw converts it)");
    }

    public boolean explicit() {
        return this != IMPLICIT_LITTLE_ENDIAN;
    }

    public ByteOrder order() {
        return this == EXPLICIT_BIG_ENDIAN ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN;
    }

    public Coding coding() {
        return coding;
    }
}
