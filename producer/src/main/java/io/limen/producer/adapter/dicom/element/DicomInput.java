package io.limen.producer.adapter.dicom.element;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Reads numbers and bytes of a file from any place in it; a file that ends too early is damaged. Owned by one thread. */
public final class DicomInput implements Closeable {

    /** Headers are many small reads. */
    private static final int PAGE = 64 * 1024;

    private static final long UNSIGNED = 0xFFFF_FFFFL;

    private final FileChannel channel;
    private final long size;
    private final ByteBuffer page =
            ByteBuffer.allocate(PAGE).order(ByteOrder.LITTLE_ENDIAN).limit(0);
    private long pageStart;
    private ByteOrder order = ByteOrder.LITTLE_ENDIAN;

    private DicomInput(FileChannel channel) throws IOException {
        this.channel = channel;
        this.size = channel.size();
    }

    public static DicomInput open(Path file) throws IOException {
        FileChannel channel = FileChannel.open(file, StandardOpenOption.READ);
        try {
            return new DicomInput(channel);
        } catch (IOException e) {
            channel.close();
            throw e;
        }
    }

    /** The order of the bytes of numbers that are read from now on; little endian at first. */
    public void order(ByteOrder byteOrder) {
        order = byteOrder;
        page.order(byteOrder);
    }

    public ByteOrder order() {
        return order;
    }

    public long position() {
        return pageStart + page.position();
    }

    /** Bytes from here to the end of the file. */
    public long left() {
        return size - position();
    }

    public void seek(long position) throws UnusableDicom {
        if (position < 0 || position > size) {
            throw truncated();
        }
        if (position >= pageStart && position <= pageStart + page.limit()) {
            page.position((int) (position - pageStart));
        } else {
            pageStart = position;
            page.limit(0);
        }
    }

    public void skip(long bytes) throws UnusableDicom {
        seek(position() + bytes);
    }

    public int unsigned16() throws IOException, UnusableDicom {
        require(Short.BYTES);
        return Short.toUnsignedInt(page.getShort());
    }

    public long unsigned32() throws IOException, UnusableDicom {
        require(Integer.BYTES);
        return page.getInt() & UNSIGNED;
    }

    /** So many bytes from here; memory is taken only when the file has them. */
    public byte[] bytes(long count) throws IOException, UnusableDicom {
        if (count > left() || count > Integer.MAX_VALUE - 8) {
            throw truncated();
        }
        byte[] bytes = new byte[(int) count];
        ByteBuffer target = ByteBuffer.wrap(bytes);
        long from = position();
        while (target.hasRemaining()) {
            if (channel.read(target, from + target.position()) < 0) {
                throw truncated();
            }
        }
        seek(from + count);
        return bytes;
    }

    private void require(int bytes) throws IOException, UnusableDicom {
        if (page.remaining() >= bytes) {
            return;
        }
        pageStart = position();
        page.clear();
        while (page.position() < bytes) {
            if (channel.read(page, pageStart + page.position()) < 0) {
                page.limit(0);
                throw truncated();
            }
        }
        page.flip();
    }

    private static UnusableDicom truncated() {
        return new UnusableDicom("truncated DICOM file");
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
