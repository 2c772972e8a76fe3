package io.limen.producer.adapter.http.events;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BinaryTensorTest {

    /** As numpy writes them: numpy.array([0, 1, 200], type).tobytes().hex(), the last 100 or -2 where 200 does not fit. */
    @ParameterizedTest
    @CsvSource({
        "BOOL, 000107, 1",
        "UINT8, 0001c8, 200",
        "INT8, 0001fe, -2",
        "UINT16, 00000100c800, 200",
        "INT16, 00000100feff, -2",
        "UINT32, 0000000001000000ffffffff, 4294967295",
        "INT32, 0000000001000000feffffff, -2",
        "INT64, 00000000000000000100000000000000feffffffffffffff, -2",
        "UINT64, 000000000000000001000000000000000000000000000080, 9223372036854775808",
        "FP16, 0000003c405a, 200",
        "FP16, 0000003c0100, 0.000000059604644775390625",
        "FP16, 0000003c00fc, -Infinity",
        "BF16, 0000803f4843, 200",
        "FP32, 000000000000803f00004843, 200",
        "FP64, 0000000000000000000000000000f03f0000000000006940, 200"
    })
    void numbersBehindTheJsonAreReadAsTheyAreDeclared(String type, String hex, double last)
            throws UnusableEventException {
        byte[] values = HexFormat.of().parseHex(hex);

        Tensor tensor = read(json(type, "[1,3]", values.length), values);

        assertArrayEquals(new double[] {0, 1, last}, tensor.values());
        assertArrayEquals(new int[] {1, 3}, tensor.shape());
    }

    /** Whatever the bytes look like: they begin where the JSON ends. */
    @Test
    void bytesThatLookLikeJsonAreBytes() throws UnusableEventException {
        byte[] values = " {}".getBytes(StandardCharsets.US_ASCII);

        assertArrayEquals(
                new double[] {' ', '{', '}'},
                read(json("UINT8", "[3]", 3), values).values());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "UINT8 | [3] | 4 | 3 | a tensor of 4 bytes, and 3 are behind the JSON",
                "UINT8 | [3] | 3 | 4 | a tensor of 3 bytes, and 4 are behind the JSON",
                "UINT16 | [3] | 3 | 3 | 3 bytes of UINT16, which has 2 each",
                "UINT8 | [2] | 3 | 3 | Tensor: shape 2 with 3 values",
                "UINT8 | [101] | 101 | 101 | more than 100 values",
                "BYTES | [1] | 7 | 7 | binary values of type BYTES; numbers are understood, no texts and no files"
            })
    void whatIsNotAsItIsDeclaredIsOneLine(String type, String shape, int size, int there, String line) {
        var fault = assertThrows(UnusableEventException.class, () -> read(json(type, shape, size), new byte[there]));

        assertEquals(line, fault.getMessage());
    }

    @Test
    void whatIsNoJsonIsOneLine() {
        for (String sent : new String[] {"", "{", "nonsense"}) {
            var fault =
                    assertThrows(UnusableEventException.class, () -> Payload.of(sent.getBytes(StandardCharsets.UTF_8)));

            assertEquals("no JSON", fault.getMessage());
        }
    }

    private static String json(String type, String shape, int size) {
        return "{\"inputs\":[{\"name\":\"x\",\"datatype\":\"" + type + "\",\"shape\":" + shape
                + ",\"parameters\":{\"binary_data_size\":" + size + "}}]}";
    }

    private static Tensor read(String json, byte[] behind) throws UnusableEventException {
        byte[] head = json.getBytes(StandardCharsets.UTF_8);
        byte[] sent = java.util.Arrays.copyOf(head, head.length + behind.length);
        System.arraycopy(behind, 0, sent, head.length, behind.length);
        return new TensorReader(100).read(Payload.of(sent));
    }
}
