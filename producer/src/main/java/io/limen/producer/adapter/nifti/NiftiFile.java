package io.limen.producer.adapter.nifti;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/**
 * A NIfTI file, packed by gzip or not, whose header was found sound. Voxels are read from the front to the back, some at a
 * time, and never more than the header says: what a bomb would unpack to beyond that is not looked at.
 *
 * @param path of the file
 * @param header what it says of its voxels
 * @param order of the bytes
 */
record NiftiFile(Path path, NiftiHeader header, ByteOrder order) {

    /** Deflate can't pack better than this, so a smaller file is cut short (RFC 1951: 258 bytes in two bits). */
    private static final long BEST_PACKING = 1032;

    private static final int VOXELS_AT_A_TIME = 64 * 1024;

    /** Takes voxels in their order. */
    interface Voxels {

        /**
         * The next ones.
         *
         * @param stored bytes as they are stored
         * @param values the same as numbers, scaled
         * @param count how many of the values are new
         */
        void next(byte[] stored, double[] values, int count);
    }

    static NiftiFile open(Path path) throws UnusableVolume {
        try (InputStream stream = unpacked(path)) {
            HeaderFields fields = HeaderFields.of(stream.readNBytes(HeaderFields.LENGTH_2));
            NiftiFile file =
                    new NiftiFile(path, NiftiHeader.of(fields), fields.bytes().order());
            file.checkLength();
            return file;
        } catch (IOException e) {
            throw unreadable(e);
        }
    }

    /** Before anything is allocated for voxels that are not there. */
    private void checkLength() throws IOException, UnusableVolume {
        long there = Files.size(path);
        if (header.length() > (isPacked(path) ? there * BEST_PACKING : there)) {
            throw new UnusableVolume("damaged volume: its end is missing");
        }
    }

    void read(Voxels voxels) throws UnusableVolume {
        int size = header.type().size();
        int most = (int) Math.min(header.grid().voxels(), VOXELS_AT_A_TIME);
        byte[] stored = new byte[most * size];
        ByteBuffer bytes = ByteBuffer.wrap(stored).order(order);
        double[] values = new double[most];
        try (InputStream stream = unpacked(path)) {
            stream.skipNBytes(header.dataOffset());
            long left = header.grid().voxels();
            while (left > 0) {
                int count = (int) Math.min(left, most);
                if (stream.readNBytes(stored, 0, count * size) < count * size) {
                    throw new EOFException();
                }
                for (int i = 0; i < count; i++) {
                    values[i] = header.slope() * header.type().at(bytes, i * size) + header.intercept();
                }
                voxels.next(stored, values, count);
                left -= count;
            }
            // where the packed data end here, as they should, this checks their checksum
            int behind = stream.read();
            assert behind >= -1;
        } catch (IOException e) {
            throw unreadable(e);
        }
    }

    private static UnusableVolume unreadable(IOException fault) {
        if (fault instanceof EOFException) {
            return new UnusableVolume("damaged volume: its end is missing");
        }
        return new UnusableVolume(fault instanceof ZipException ? "damaged volume" : "can't be read");
    }

    private static InputStream unpacked(Path path) throws IOException {
        InputStream stream = new BufferedInputStream(Files.newInputStream(path), VOXELS_AT_A_TIME);
        try {
            return isPacked(path) ? new GZIPInputStream(stream, VOXELS_AT_A_TIME) : stream;
        } catch (IOException e) {
            stream.close();
            throw e;
        }
    }

    private static boolean isPacked(Path path) throws IOException {
        try (InputStream stream = Files.newInputStream(path)) {
            byte[] magic = stream.readNBytes(2);
            return magic.length == 2 && (magic[0] & 0xFF) == 0x1F && (magic[1] & 0xFF) == 0x8B;
        }
    }
}
