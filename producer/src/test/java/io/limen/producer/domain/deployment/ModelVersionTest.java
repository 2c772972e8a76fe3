package io.limen.producer.domain.deployment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ModelVersionTest {

    @Test
    void nameAndVersionAreReadAndWrittenAlike() {
        ModelVersion model = ModelVersion.parse("phantom-unet@1.2");

        assertEquals(new ModelVersion("phantom-unet", "1.2"), model);
        assertEquals("phantom-unet@1.2", model.toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "unet", "unet@", "@1", "a@b@c", "../x@1", "unet@..", "a/b@1", "a b@1", "unet@1\n"})
    void anythingElseIsNoModel(String text) {
        assertThrows(IllegalArgumentException.class, () -> ModelVersion.parse(text));
    }
}
