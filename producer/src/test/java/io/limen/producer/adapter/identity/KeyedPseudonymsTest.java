package io.limen.producer.adapter.identity;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.limen.producer.application.BadInput;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeyedPseudonymsTest {

    private static final byte[] KEY = "a secret of a hospital".getBytes(StandardCharsets.UTF_8);

    @TempDir
    private Path folder;

    /** By openssl: printf 'study\n1.2.3' | openssl dgst -sha256 -hmac 'a secret of a hospital'. */
    @Test
    void aPseudonymIsAKeyedHash() {
        assertEquals(
                "study-5d93c94784105539",
                new KeyedPseudonyms(() -> KEY).study("1.2.3").value());
    }

    @Test
    void anotherKeyGivesOtherNames() {
        assertNotEquals(
                new KeyedPseudonyms(() -> KEY).study("1.2.3"), new KeyedPseudonyms(() -> new byte[32]).study("1.2.3"));
    }

    @Test
    void theUsersOwnKeyIsMadeOnceAndForItsOwnerAlone() throws IOException {
        Path file = folder.resolve("limen/pseudonym.key");
        List<String> lines = new ArrayList<>();

        byte[] first = KeyFile.own(file, lines::add);
        byte[] second = KeyFile.own(file, lines::add);

        assertArrayEquals(first, second);
        assertEquals(32, first.length);
        assertEquals(1, lines.size());
        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
    }

    @Test
    void aKeyIsNeitherShortNorAWholeDisk() throws IOException {
        Path file = Files.write(folder.resolve("key"), new byte[15]);

        assertEquals(
                "a pseudonym key has 16 to 4096 bytes, " + file + " has 15",
                assertThrows(BadInput.class, () -> KeyFile.read(file)).getMessage());
        assertThrows(BadInput.class, () -> KeyFile.read(folder.resolve("none")));
    }
}
