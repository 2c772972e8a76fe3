package io.limen.explainer.adapter.djl.archive;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.LocalDateTime;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * A zip archive as libtorch writes them: nothing compressed, every entry's content at a multiple of 64 bytes, so that
 * weights can be used where they lie.
 */
final class AlignedZip implements AutoCloseable {

    private static final int ALIGNMENT = 64;

    /** Bytes of an entry's header before its name (zip specification, 4.3.7). */
    private static final int HEADER = 30;

    /** Tag and length of an extra field. */
    private static final int FIELD_HEADER = 4;

    /** Two letters, "FB", under which libtorch pads. */
    private static final byte[] PADDING_TAG = {0x46, 0x42};

    /** Any moment that needs no field of its own, as the very first one does. */
    private static final LocalDateTime NO_TIME = LocalDateTime.of(1980, 2, 1, 0, 0);

    private final ZipOutputStream zip;
    private long position;

    /** @param out where the archive goes; closed with it */
    AlignedZip(OutputStream out) {
        this.zip = new ZipOutputStream(out);
        zip.setMethod(ZipOutputStream.STORED);
    }

    void add(String name, byte[] content) throws IOException {
        CRC32 checksum = new CRC32();
        checksum.update(content);
        start(name, content.length, checksum.getValue());
        zip.write(content);
        zip.closeEntry();
    }

    /** Adds what an entry of another archive holds. */
    void add(ZipEntry entry, InputStream content) throws IOException {
        start(entry.getName(), entry.getSize(), entry.getCrc());
        content.transferTo(zip);
        zip.closeEntry();
    }

    private void start(String name, long size, long checksum) throws IOException {
        ZipEntry entry = new ZipEntry(name);
        entry.setSize(size);
        entry.setCompressedSize(size);
        entry.setCrc(checksum);
        entry.setTimeLocal(NO_TIME);
        int nameLength = name.getBytes(java.nio.charset.StandardCharsets.UTF_8).length;
        byte[] padding = padding(position + HEADER + nameLength + FIELD_HEADER);
        entry.setExtra(padding);
        zip.putNextEntry(entry);
        position += HEADER + nameLength + padding.length + size;
    }

    private static byte[] padding(long contentAt) {
        int missing = (int) ((ALIGNMENT - contentAt % ALIGNMENT) % ALIGNMENT);
        byte[] field = new byte[FIELD_HEADER + missing];
        field[0] = PADDING_TAG[0];
        field[1] = PADDING_TAG[1];
        field[2] = (byte) missing;
        return field;
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }
}
