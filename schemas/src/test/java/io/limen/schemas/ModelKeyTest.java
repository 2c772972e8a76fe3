package io.limen.schemas;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ModelKeyTest {

    @Test
    void aKeyIsReadAsItIsWritten() {
        ModelKey key = new ModelKey("unet", "2026-01@b");
        assertEquals(key, ModelKey.parse(key.toString()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "unet", "@1", "unet@"})
    void aKeyWithoutBothHalvesIsRefused(String text) {
        assertThrows(IllegalArgumentException.class, () -> ModelKey.parse(text));
    }
}
