package io.limen.producer.adapter.dicom.pixel;

import io.limen.producer.adapter.dicom.element.DataSetParser.PixelData;
import io.limen.producer.adapter.dicom.element.DicomFile;
import io.limen.producer.adapter.dicom.element.DicomInput;
import io.limen.producer.adapter.dicom.element.TransferSyntax;
import io.limen.producer.adapter.dicom.element.TransferSyntax.Coding;
import io.limen.producer.adapter.dicom.element.UnusableDicom;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;

/** Finds the bytes of one frame (PS3.5, annex A.4 for those in fragments). Owned by one thread. */
public final class FrameBytes {

    private static final long ITEM = 0xFFFE_E000L;
    private static final long SEQUENCE_END = 0xFFFE_E0DDL;

    /** Ten for each frame that is taken. */
    private static final int MOST_FRAGMENTS = 1_000_000;

    private final DicomFile file;
    private final PixelDescription description;
    private FragmentList fragments;

    public FrameBytes(DicomFile file, PixelDescription description) {
        this.file = file;
        this.description = description;
    }

    /** Where a fragment's content lies. */
    private record Fragment(long offset, long bytes) {}

    /** All fragments of a file, found once: frames are asked for one after the other. */
    private record FragmentList(List<Fragment> fragments, long[] offsets, long start) {}

    /** A frame's bytes as they are coded. Frames of single bits begin anywhere in a byte: the first byte holds their beginning. */
    public byte[] of(int frame) throws IOException, UnusableDicom {
        PixelData data = file.pixelData().orElseThrow(() -> new UnusableDicom("holds no image"));
        boolean inFragments = file.syntax().coding() != Coding.NATIVE;
        if (frame >= description.frames()) {
            throw new UnusableDicom("damaged DICOM file: it has no frame " + (frame + 1));
        }
        if (data.words()
                && file.syntax() == TransferSyntax.EXPLICIT_BIG_ENDIAN
                && description.bits().allocated() < Short.SIZE) {
            throw new UnusableDicom("bytes of pixels in big-endian words (gdcmconv --raw converts it)");
        }
        if (inFragments == data.bytes().isPresent()) {
            throw new UnusableDicom("damaged DICOM file: its pixels are not coded as its header says");
        }
        try (DicomInput input = DicomInput.open(file.path())) {
            return inFragments ? inFragments(input, data, frame) : inOnePiece(input, data, frame);
        }
    }

    private byte[] inOnePiece(DicomInput input, PixelData data, int frame) throws IOException, UnusableDicom {
        long first = bits() * frame / Byte.SIZE;
        long end = (bits() * (frame + 1L) + Byte.SIZE - 1) / Byte.SIZE;
        if (end > data.bytes().orElseThrow()) {
            throw new UnusableDicom("truncated DICOM file: " + data.bytes().get() + " bytes of pixels, frame "
                    + (frame + 1) + " ends at " + end);
        }
        input.seek(data.offset() + first);
        return input.bytes(end - first);
    }

    private long bits() {
        long samples = description.photometric() == PixelDescription.Photometric.YBR_FULL_422
                ? 2L * description.pixels()
                : description.samples();
        return samples * description.bits().allocated();
    }

    private byte[] inFragments(DicomInput input, PixelData data, int frame) throws IOException, UnusableDicom {
        if (fragments == null) {
            fragments = listed(input, data);
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (Fragment fragment : ofFrame(fragments, frame)) {
            input.seek(fragment.offset);
            bytes.write(input.bytes(fragment.bytes));
        }
        return bytes.toByteArray();
    }

    private static FragmentList listed(DicomInput input, PixelData data) throws IOException, UnusableDicom {
        input.order(ByteOrder.LITTLE_ENDIAN);
        input.seek(data.offset());
        long[] offsets = offsets(input);
        long start = input.position();
        return new FragmentList(fragments(input), offsets, start);
    }

    /** The table at the beginning, from the first fragment on; it may be empty. */
    private static long[] offsets(DicomInput input) throws IOException, UnusableDicom {
        if (tag(input) != ITEM) {
            throw new UnusableDicom("damaged DICOM file: no fragments where pixels should be");
        }
        long bytes = input.unsigned32();
        if (bytes > input.left()) {
            throw new UnusableDicom("truncated DICOM file");
        }
        long end = input.position() + bytes;
        long[] offsets = new long[(int) Math.min(bytes / Integer.BYTES, 100_000)];
        for (int i = 0; i < offsets.length; i++) {
            offsets[i] = input.unsigned32();
        }
        input.seek(end);
        return offsets;
    }

    private static List<Fragment> fragments(DicomInput input) throws IOException, UnusableDicom {
        List<Fragment> fragments = new ArrayList<>();
        for (long tag = tag(input); tag != SEQUENCE_END; tag = tag(input)) {
            long bytes = input.unsigned32();
            if (tag != ITEM || fragments.size() == MOST_FRAGMENTS) {
                throw new UnusableDicom("damaged DICOM file: no fragment where one should begin");
            }
            fragments.add(new Fragment(input.position(), bytes));
            input.skip(bytes);
            if (input.left() == 0) {
                // some writers leave the end out
                break;
            }
        }
        return fragments;
    }

    private List<Fragment> ofFrame(FragmentList list, int frame) throws UnusableDicom {
        List<Fragment> fragments = list.fragments();
        long[] offsets = list.offsets();
        if (description.frames() == 1) {
            return fragments;
        }
        if (fragments.size() == description.frames()) {
            return List.of(fragments.get(frame));
        }
        if (offsets.length != description.frames()) {
            throw new UnusableDicom(fragments.size() + " fragments of pixels for " + description.frames()
                    + " frames, and no table that says which belong together");
        }
        long from = list.start() + offsets[frame];
        long to = frame + 1 < offsets.length ? list.start() + offsets[frame + 1] : Long.MAX_VALUE;
        return fragments.stream()
                .filter(fragment -> fragment.offset > from && fragment.offset <= to)
                .toList();
    }

    private static long tag(DicomInput input) throws IOException, UnusableDicom {
        return (long) input.unsigned16() << 16 | input.unsigned16();
    }
}
