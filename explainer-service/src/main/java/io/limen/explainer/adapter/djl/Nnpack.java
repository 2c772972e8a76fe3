package io.limen.explainer.adapter.djl;

import com.sun.jna.Library;
import com.sun.jna.NativeLibrary;
import com.sun.jna.Pointer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * NNPACK, which libtorch tries first for convolutions of few images. Where the processor's caches are hidden it can't start, and libtorch
 * says so on the standard error at every convolution: 85,000 lines in three minutes. Switched off there, nothing but the lines is missing.
 * DJL has no switch for it, so libtorch's own is called by its name in C++.
 */
final class Nnpack {

    private static final Logger LOG = LoggerFactory.getLogger(Nnpack.class);
    private static final Path CACHES = Path.of("/sys/devices/system/cpu/cpu0/cache");
    private static final String LIBRARY = "/libtorch_cpu.so";

    /** As DJL has loaded it: for itself, its names not everybody's. */
    private static final int RTLD_LAZY = 1;

    private static final String CONTEXT = "_ZN2at13globalContextEv";
    private static final String SET = "_ZN2at7Context20setUserEnabledNNPACKEb";
    private static final String IS_SET = "_ZNK2at7Context17userEnabledNNPACKEv";

    private Nnpack() {}

    /** Once libtorch is loaded. Where libtorch has no such switch, or has not been found, nothing happens. */
    static void offWhereItCannotStart() {
        if (Files.notExists(CACHES)) {
            off();
        }
    }

    static void off() {
        try {
            Optional<NativeLibrary> libtorch = libtorch();
            if (libtorch.isPresent()) {
                libtorch.get().getFunction(SET).invokeVoid(new Object[] {context(libtorch.get()), false});
            }
        } catch (IOException | LinkageError e) {
            LOG.debug("NNPACK can't be switched off", e);
        }
    }

    /** Whether libtorch tries it; empty where it can't be told. */
    static Optional<Boolean> isOn() throws IOException {
        // a bool of C++ is one byte: JNA's Boolean would be four
        return libtorch()
                .map(found -> (byte) found.getFunction(IS_SET).invoke(byte.class, new Object[] {context(found)}) != 0);
    }

    private static Pointer context(NativeLibrary libtorch) {
        return libtorch.getFunction(CONTEXT).invokePointer(new Object[0]);
    }

    /** The one that this process has loaded. */
    private static Optional<NativeLibrary> libtorch() throws IOException {
        return Files.readString(Path.of("/proc/self/maps"), StandardCharsets.ISO_8859_1)
                .lines()
                .filter(line -> line.endsWith(LIBRARY))
                .findFirst()
                .map(line -> line.substring(line.indexOf('/')))
                .map(path -> NativeLibrary.getInstance(path, Map.of(Library.OPTION_OPEN_FLAGS, RTLD_LAZY)));
    }
}
