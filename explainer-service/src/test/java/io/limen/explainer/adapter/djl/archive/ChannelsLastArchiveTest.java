package io.limen.explainer.adapter.djl.archive;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.zip.ZipException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ChannelsLastArchiveTest {

    private static final int ALIGNMENT = 64;

    private static Path model(String name) {
        return Path.of("src/test/resources/models", name + ".pt");
    }

    @ParameterizedTest
    @ValueSource(strings = {"smooth", "traced", "frozen", "dictionary", "tuple", "dropout", "half", "two-classes"})
    void everyEntryIsStoredAsItIsAndAligned(String name) throws IOException {
        ByteArrayOutputStream copy = new ByteArrayOutputStream();
        assertTrue(ChannelsLastArchive.write(model(name), copy));
        ByteBuffer zip = ByteBuffer.wrap(copy.toByteArray()).order(ByteOrder.LITTLE_ENDIAN);
        int at = 0;
        while (zip.getInt(at) == 0x04034b50) {
            assertEquals(0, zip.getShort(at + 8), "compressed");
            int content = at + 30 + zip.getShort(at + 26) + zip.getShort(at + 28);
            assertEquals(0, content % ALIGNMENT);
            at = content + zip.getInt(at + 18);
        }
        assertEquals(0x02014b50, zip.getInt(at), "the directory follows the last entry");
    }

    @Test
    void weightsAreNoModule() throws IOException {
        ByteArrayOutputStream copy = new ByteArrayOutputStream();
        assertThrows(IOException.class, () -> ChannelsLastArchive.write(model("weights-only"), copy));
        assertEquals(0, copy.size());
    }

    @Test
    void fileThatIsNoArchive() {
        assertThrows(
                ZipException.class, () -> ChannelsLastArchive.write(Path.of("pom.xml"), new ByteArrayOutputStream()));
    }

    @Test
    void anArchiveOfOtherThings() {
        assertThrows(IOException.class, () -> ChannelsLastArchive.write(model("zip"), new ByteArrayOutputStream()));
    }
}
