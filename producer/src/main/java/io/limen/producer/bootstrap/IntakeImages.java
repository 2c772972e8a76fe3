package io.limen.producer.bootstrap;

import io.limen.producer.adapter.store.FolderImageStore;
import io.limen.producer.adapter.store.S3ImageStore;
import io.limen.producer.application.BadInput;
import io.limen.producer.application.ImageStore;
import io.limen.producer.application.ImageStoreChoice.Bucket;
import io.quarkus.runtime.configuration.ConfigurationException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Optional;

/** Where the intake keeps images that are too large for a record. */
final class IntakeImages {

    private IntakeImages() {}

    /** The store; one that can't be used is told at the start. */
    static Optional<ImageStore> open(IntakeConfig.Intake config) {
        return config.imageStore().map(location -> open(location, config));
    }

    private static ImageStore open(String location, IntakeConfig.Intake config) {
        if (!location.startsWith(Bucket.SCHEME)) {
            return openFolder(Path.of(location));
        }
        try {
            return S3ImageStore.open(new Bucket(location, config.s3Endpoint(), config.s3Region()));
        } catch (IllegalArgumentException e) {
            throw new ConfigurationException("limen.intake.s3-" + e.getMessage(), e);
        } catch (BadInput e) {
            throw unusable(e);
        }
    }

    private static ImageStore openFolder(Path folder) {
        try {
            return FolderImageStore.open(folder, InstantSource.system());
        } catch (BadInput e) {
            throw unusable(e);
        }
    }

    private static ConfigurationException unusable(BadInput fault) {
        // the store knows the command's option of the same name
        String line = fault.getMessage().replaceFirst("^--image-store: ", "");
        return new ConfigurationException("limen.intake.image-store: " + line, fault);
    }
}
