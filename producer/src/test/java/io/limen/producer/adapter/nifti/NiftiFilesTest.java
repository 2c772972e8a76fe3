package io.limen.producer.adapter.nifti;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.limen.producer.application.Reading;
import io.limen.producer.application.Reading.Readable;
import io.limen.producer.application.Reading.Unreadable;
import io.limen.producer.domain.image.ForegroundRule;
import io.limen.producer.domain.image.Pixels;
import io.limen.producer.domain.volume.Axis;
import io.limen.producer.domain.volume.GrayVolume;
import io.limen.producer.domain.volume.MaskVolume;
import io.limen.producer.domain.volume.Window;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NiftiFilesTest {

    private static final Window BYTE = new Window(0, 255);

    @TempDir
    private Path folder;

    /** Written by nibabel and shown by numpy (golden.py): oblique, permuted axes, both versions, both byte orders. */
    @ParameterizedTest
    @ValueSource(strings = {"ct.nii.gz", "quaternion.nii", "second.nii", "big.nii.gz"})
    void volumesOfAnotherWriterAreShownAsItsReaderSeesThem(String name) throws IOException {
        GrayVolume volume = readable(plain().readVolume(Files.write(folder.resolve(name), resource(name))));
        String expected = new String(resource(name.replaceAll("\\..*", ".txt")), StandardCharsets.US_ASCII);

        for (String line : expected.lines().toList()) {
            String[] parts = line.split(" ");
            Pixels slice = volume.slice(Axis.valueOf(parts[0].toUpperCase(Locale.ROOT)), Integer.parseInt(parts[1]));
            assertEquals(parts[2], slice.width() + "x" + slice.height(), line);
            int[] want =
                    Arrays.stream(parts).skip(3).mapToInt(Integer::parseInt).toArray();
            assertArrayEquals(want, grays(slice), line);
        }
    }

    /** The same mask, as nibabel turns it and says where it lies (golden.py). */
    @ParameterizedTest
    @ValueSource(strings = {"turned.nii.gz", "mirrored.nii.gz"})
    void aMaskWhoseAxesPointElsewhereIsPutInTheOrderOfTheVolume(String name) throws IOException {
        MaskVolume drawn = readable(plain().readMask(Files.write(folder.resolve("drawn"), resource("drawn.nii.gz"))));
        MaskVolume other = readable(plain().readMask(Files.write(folder.resolve(name), resource(name))));

        MaskVolume inOrder = other.on(drawn.grid()).orElseThrow();

        for (int slice = 0; slice < drawn.grid().slices(Axis.AXIAL); slice++) {
            assertEquals(
                    drawn.slice(drawn.grid(), Axis.AXIAL, slice),
                    inOrder.slice(drawn.grid(), Axis.AXIAL, slice),
                    name + " " + slice);
        }
    }

    @ParameterizedTest
    @CsvSource({"2, 1", "256, 1", "4, 2", "512, 2", "8, 4", "768, 4", "16, 4", "1024, 8", "1280, 8", "64, 8"})
    void everyKindOfNumberIsReadInBothByteOrders(int code, int size) throws IOException {
        for (ByteOrder order : List.of(ByteOrder.LITTLE_ENDIAN, ByteOrder.BIG_ENDIAN)) {
            ByteBuffer stored = ByteBuffer.allocate(4 * size).order(order);
            for (int value : new int[] {0, 1, 2, 100}) {
                put(stored, code, value);
            }
            byte[] file = new NiftiBytes(order, 4, 1, 1).type(code).withStored(stored.array());

            assertArrayEquals(new int[] {0, 1, 2, 100}, firstSlice(within(BYTE), file), order + " " + code);
        }
    }

    @Test
    void numbersWithoutASignReachBeyondThoseWithOne() throws IOException {
        byte[] stored = {-1, -1, -1, -1, -1, -1, -1, -1};
        Window all = new Window(0, 1.8446744073709552E19);

        int[] unsigned =
                firstSlice(within(all), NiftiBytes.of(1, 1, 1).type(1280).withStored(stored));
        int[] signed = firstSlice(within(all), NiftiBytes.of(1, 1, 1).type(1024).withStored(stored));

        assertArrayEquals(new int[] {255}, unsigned);
        assertArrayEquals(new int[] {0}, signed);
    }

    @Test
    void storedNumbersAreScaled() throws IOException {
        byte[] file = NiftiBytes.of(3, 1, 1).scaled(2, 10).with(0, 5, 100);

        assertArrayEquals(new int[] {10, 20, 210}, firstSlice(within(BYTE), file));
    }

    @ParameterizedTest
    @ValueSource(floats = {0, Float.NaN, Float.POSITIVE_INFINITY})
    void aSlopeThatIsNoneScalesNothing(float slope) throws IOException {
        byte[] file = NiftiBytes.of(2, 1, 1).scaled(slope, 10).with(7, 8);

        assertArrayEquals(new int[] {7, 8}, firstSlice(within(BYTE), file));
    }

    /** Against a window counted by hand over the same numbers. */
    @Test
    void withoutAWindowThePercentilesOfTheVolumeCount() throws IOException {
        int[] voxels = IntStream.range(0, 1001).map(i -> i * 8 % 1001).toArray();
        byte[] file = NiftiBytes.of(1001, 1, 1).with(voxels);

        int[] grays = firstSlice(plain(), file);

        // of 0 to 1000 the 0.5 percentile is 5 and the 99.5 percentile 995
        for (int i = 0; i < voxels.length; i++) {
            double share = Math.min(1, Math.max(0, (voxels[i] - 5) / 990.0));
            assertEquals(Math.round(255 * share), grays[i]);
        }
    }

    /** More than are sorted: every so many, at a step that no row is a multiple of. */
    @Test
    void ofALargeVolumeASampleCounts() throws IOException {
        int[] sizes = {256, 256, 70};
        byte[] stored = new byte[256 * 256 * 70];
        new Random(5).nextBytes(stored);
        byte[] file = NiftiBytes.of(sizes).type(2).withStored(stored);

        GrayVolume volume = volume(plain(), file);

        // bytes are uniform, so the window is 1 to 254: its ends are black and white, and half-way is gray
        int[] grays = grays(volume.slice(Axis.AXIAL, 0));
        for (int i = 0; i < grays.length; i++) {
            int expected = (int) Math.round(255 * Math.min(1, Math.max(0, ((stored[i] & 0xFF) - 1) / 253.0)));
            assertEquals(expected, grays[i], 2);
        }
    }

    @Test
    void whatIsNoNumberIsBlackAndCountsNothing() throws IOException {
        ByteBuffer stored = ByteBuffer.allocate(16).order(ByteOrder.LITTLE_ENDIAN);
        stored.putFloat(Float.NaN).putFloat(0).putFloat(1).putFloat(Float.POSITIVE_INFINITY);

        int[] grays = firstSlice(plain(), NiftiBytes.of(4, 1, 1).type(16).withStored(stored.array()));

        assertArrayEquals(new int[] {0, 0, 255, 255}, grays);
    }

    @Test
    void aVolumeOfOneValueIsBlack() throws IOException {
        assertArrayEquals(
                new int[] {0, 0}, firstSlice(plain(), NiftiBytes.of(2, 1, 1).with(9, 9)));
    }

    /** Axes in the order foot to head, left to right, back to front. */
    @Test
    void theMatrixSaysWhichAxisIsWhich() throws IOException {
        byte[] file = NiftiBytes.of(2, 3, 4)
                .matrix(new float[] {0, 2, 0}, new float[] {0.1f, 0, -1}, new float[] {3, 0, 0.1f})
                .with(IntStream.range(0, 24).toArray());

        GrayVolume volume = volume(within(BYTE), file);

        assertEquals(2, volume.grid().slices(Axis.AXIAL));
        assertEquals(3, volume.grid().slices(Axis.SAGITTAL));
        assertEquals(4, volume.grid().slices(Axis.CORONAL));
        assertArrayEquals(
                IntStream.range(0, 12).map(i -> 2 * i + 1).toArray(),
                grays(volume.slice(Axis.AXIAL, 1)),
                "every second voxel, from the second");
    }

    @Test
    void labelsAreForegroundUnlessOneIsAskedFor() throws IOException {
        Path file = write(NiftiBytes.of(4, 1, 1).with(0, 1, 2, 0));
        NiftiFiles second = new NiftiFiles(Optional.empty(), Optional.of(ForegroundRule.Labels.only(2)));

        assertEquals(2, area(plain(), file));
        assertEquals(1, area(second, file));
    }

    @Test
    void theSameVoxelsAreTheSameStudyWhateverTheHeaderSays() throws IOException {
        byte[] plain = NiftiBytes.of(2, 1, 1).with(1, 2);
        byte[] named = plain.clone();
        System.arraycopy("DOE^JOHN".getBytes(StandardCharsets.US_ASCII), 0, named, 148, 8);

        assertEquals(volume(plain(), plain).content(), volume(plain(), named).content());
        assertTrue(!volume(plain(), plain)
                .content()
                .equals(volume(plain(), NiftiBytes.of(2, 1, 1).with(1, 3)).content()));
    }

    @Test
    void everyFaultIsOneLine() throws IOException {
        byte[] good = NiftiBytes.of(2, 2, 2).with(new int[8]);
        assertEquals("shorter than the header of a NIfTI file", reason(new byte[0]));
        assertEquals("not a NIfTI file", reason(new byte[400]));
        assertEquals(
                "not a NIfTI file", reason(NiftiBytes.of(2, 2, 2).magic("xyz").with(new int[8])));
        assertEquals(
                "one half of a pair (.hdr and .img), and Limen takes NIfTI as one file (.nii)",
                reason(NiftiBytes.of(2, 2, 2).magic("ni1").with()));
        assertEquals("damaged volume: its end is missing", reason(Arrays.copyOf(good, good.length - 1)));
        assertEquals(
                "damaged volume: its end is missing",
                reason(Arrays.copyOf(NiftiBytes.packed(good), NiftiBytes.packed(good).length - 12)));
        assertEquals(
                "holds several volumes (dimension 4), and Limen takes one per file",
                reason(NiftiBytes.of(2, 2, 2, 5).with(new int[40])));
        assertEquals("volume of 2x0x2 voxels", reason(NiftiBytes.of(2, 0, 2).with()));
        assertEquals(
                "its voxels are not single real numbers (NIfTI data type 128)",
                reason(NiftiBytes.of(2, 2, 2).type(128).with(new int[24])));
        assertEquals(
                "damaged header: voxels at byte -5",
                reason(NiftiBytes.of(2, 2, 2).dataOffset(-5).with(new int[8])));
        assertEquals("can't be read", ((Unreadable<?>) plain().readVolume(folder.resolve("gone.nii"))).reason());
    }

    /** Nothing of this size may be allocated for a file of 400 bytes, packed or not. */
    @Test
    void aHeaderIsNotBelieved() throws IOException {
        assertEquals(
                "volume of 32767x32767x32767 voxels, the limit is 400 million",
                reason(NiftiBytes.of(32767, 32767, 32767).with(1)));
        byte[] withinTheLimit = NiftiBytes.of(700, 700, 700).type(64).with(1);
        assertEquals("damaged volume: its end is missing", reason(withinTheLimit));
        assertEquals("damaged volume: its end is missing", reason(NiftiBytes.packed(withinTheLimit)));
    }

    /** Eight voxels, then twenty million bytes that nobody asked for. */
    @Test
    void aBombIsReadAsFarAsItsHeaderGoes() throws IOException {
        byte[] bomb = NiftiBytes.packed(NiftiBytes.of(8, 1, 1).withStored(new byte[20_000_000]));

        assertArrayEquals(new int[8], firstSlice(within(BYTE), bomb));
    }

    /** Whatever a bit flip does to a file, it ends as a volume or as a reason, never as an exception. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void flippedBitsNeverRaise(boolean packed) throws IOException {
        byte[] plain = NiftiBytes.of(5, 4, 3).with(IntStream.range(0, 60).toArray());
        byte[] whole = packed ? NiftiBytes.packed(plain) : plain;
        int read = 0;
        int step = packed ? 1 : 7;
        for (int bit = 0; bit < 8 * whole.length; bit += step) {
            byte[] damaged = whole.clone();
            damaged[bit / 8] ^= (byte) (1 << bit % 8);
            read += plain().readVolume(write(damaged)) instanceof Readable ? 1 : 0;
        }

        assertTrue(read < 8 * whole.length / step, "some damage shows");
        assertTrue(read > 0, "some does not matter");
    }

    private static void put(ByteBuffer stored, int code, int value) {
        switch (code) {
            case 2, 256 -> stored.put((byte) value);
            case 4, 512 -> stored.putShort((short) value);
            case 8, 768 -> stored.putInt(value);
            case 16 -> stored.putFloat(value);
            case 64 -> stored.putDouble(value);
            default -> stored.putLong(value);
        }
    }

    private static NiftiFiles plain() {
        return new NiftiFiles(Optional.empty(), Optional.empty());
    }

    private static NiftiFiles within(Window window) {
        return new NiftiFiles(Optional.of(window), Optional.empty());
    }

    private int[] firstSlice(NiftiFiles files, byte[] bytes) throws IOException {
        return grays(volume(files, bytes).slice(Axis.AXIAL, 0));
    }

    private GrayVolume volume(NiftiFiles files, byte[] bytes) throws IOException {
        return readable(files.readVolume(write(bytes)));
    }

    private static int area(NiftiFiles files, Path file) {
        var mask = readable(files.readMask(file));
        return mask.slice(mask.grid(), Axis.AXIAL, 0).area();
    }

    private String reason(byte[] bytes) throws IOException {
        Reading<GrayVolume> reading = plain().readVolume(write(bytes));
        if (reading instanceof Unreadable<GrayVolume> unreadable) {
            return unreadable.reason();
        }
        throw new AssertionError("could be read");
    }

    private Path write(byte[] bytes) throws IOException {
        return Files.write(folder.resolve("volume"), bytes);
    }

    private static byte[] resource(String name) throws IOException {
        try (InputStream stream = NiftiFilesTest.class.getResourceAsStream(name)) {
            return stream.readAllBytes();
        }
    }

    private static int[] grays(Pixels slice) {
        return IntStream.range(0, slice.width() * slice.height())
                .map(i -> slice.at(i / slice.width(), i % slice.width()) & 0xFF)
                .toArray();
    }

    private static <T> T readable(Reading<T> reading) {
        if (reading instanceof Readable<T> readable) {
            return readable.value();
        }
        throw new AssertionError(reading);
    }
}
