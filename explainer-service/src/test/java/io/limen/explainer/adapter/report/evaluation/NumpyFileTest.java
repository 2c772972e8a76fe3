package io.limen.explainer.adapter.report.evaluation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NumpyFileTest {

    private static final String PYTHON = "/usr/bin/python3";

    private final byte[] file = NumpyFile.of(new double[] {1.5, Double.NaN, -3, 0.1, 5, 6}, 2, 3);

    @Test
    void theHeaderSaysWhatFollowsAndEndsAtAMultipleOf64() {
        ByteBuffer buffer = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);

        assertEquals("NUMPY", new String(file, 1, 5, StandardCharsets.US_ASCII));
        assertEquals(1, file[6]);
        assertEquals(0, file[7]);
        int start = 10 + buffer.getShort(8);
        assertEquals(0, start % 64);
        assertEquals(
                "{'descr': '<f8', 'fortran_order': False, 'shape': (2, 3), }",
                new String(file, 10, start - 10, StandardCharsets.US_ASCII).strip());
        assertEquals('\n', file[start - 1]);
        assertEquals(1.5, buffer.getDouble(start));
        assertEquals(start + 6 * 8, file.length);
    }

    @Test
    void valuesThatDoNotFillTheMatrixAreRefused() {
        assertThrows(IllegalArgumentException.class, () -> NumpyFile.of(new double[5], 2, 3));
    }

    @Test
    void numpyReadsItBack(@TempDir Path folder) throws IOException, InterruptedException {
        assumeTrue(hasNumpy());
        Path map = folder.resolve("map.npy");
        Files.write(map, file);

        String read = python(
                "import numpy, sys; a = numpy.load(sys.argv[1]); print(a.dtype, a.shape, a.tolist())", map.toString());

        assertEquals("float64 (2, 3) [[1.5, nan, -3.0], [0.1, 5.0, 6.0]]", read.strip());
    }

    private static boolean hasNumpy() throws IOException, InterruptedException {
        return Files.isExecutable(Path.of(PYTHON))
                && python("import numpy; print('yes')").strip().equals("yes");
    }

    private static String python(String program, String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(PYTHON, "-c", program));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor(1, TimeUnit.MINUTES);
        return said;
    }
}
