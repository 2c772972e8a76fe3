package io.limen.producer.bootstrap;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.limen.producer.adapter.store.FolderImageStore;
import io.quarkus.runtime.configuration.ConfigurationException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IntakeImagesTest {

    @TempDir
    private Path folder;

    private record Intake(Optional<String> imageStore, Optional<URI> s3Endpoint, String s3Region)
            implements IntakeConfig.Intake {

        @Override
        public int mostAtOnce() {
            return 4;
        }

        @Override
        public int mostMegapixels() {
            return 40;
        }

        @Override
        public int mostKeys() {
            return 10;
        }

        @Override
        public Optional<String> blank() {
            return Optional.empty();
        }

        @Override
        public Map<String, String> models() {
            return Map.of();
        }

        @Override
        public Optional<String> site() {
            return Optional.empty();
        }

        @Override
        public double threshold() {
            return 0.5;
        }
    }

    @Test
    void aFolderIsOneAndNothingIsNone() {
        assertInstanceOf(FolderImageStore.class, open(folder.toString()).orElseThrow());
        assertEquals(Optional.empty(), IntakeImages.open(new Intake(Optional.empty(), Optional.empty(), "us-east-1")));
    }

    @Test
    void aFolderThatIsAFileIsOneLine() throws Exception {
        Path file = Files.createFile(folder.resolve("file"));

        var fault = assertThrows(ConfigurationException.class, () -> open(file.toString()));

        assertTrue(fault.getMessage().startsWith("limen.intake.image-store: "), fault.getMessage());
    }

    @ParameterizedTest
    @CsvSource({
        "s3://images, https://me:secret@store.example, us-east-1, limen.intake.s3-endpoint: http://HOST:PORT",
        "s3://images, https://store.example, Nowhere!, limen.intake.s3-region: not the name of a region",
        "s3://, https://store.example, us-east-1, limen.intake.image-store: "
    })
    void aBucketThatCantBeIsOneLine(String location, URI endpoint, String region, String line) {
        Intake intake = new Intake(Optional.of(location), Optional.of(endpoint), region);

        var fault = assertThrows(ConfigurationException.class, () -> IntakeImages.open(intake));

        assertTrue(fault.getMessage().startsWith(line), fault.getMessage());
        assertTrue(!fault.getMessage().contains("secret"), fault.getMessage());
    }

    private static Optional<?> open(String location) {
        return IntakeImages.open(new Intake(Optional.of(location), Optional.empty(), "us-east-1"));
    }
}
