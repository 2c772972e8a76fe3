package io.limen.explainer.bootstrap;

import io.limen.explainer.adapter.cli.ReplayPlaces;
import io.limen.explainer.adapter.cli.UserMistakeException;
import io.limen.explainer.adapter.djl.TorchScriptLoader;
import io.limen.explainer.adapter.djl.TorchSettings;
import io.limen.explainer.adapter.image.ImageIoDecoder;
import io.limen.explainer.adapter.image.ImageLimits;
import io.limen.explainer.adapter.kafka.KafkaExplanationArchive;
import io.limen.explainer.adapter.store.FileImageStore;
import io.limen.explainer.adapter.store.FileModelRepository;
import io.limen.explainer.adapter.store.ImageStores;
import io.limen.explainer.adapter.store.S3Access;
import io.limen.explainer.adapter.store.S3ImageStore;
import io.limen.explainer.application.DeviceChoice;
import io.limen.explainer.application.ExplainCase;
import io.limen.explainer.application.ImageStore;
import io.limen.explainer.application.ModelRejectedException;
import io.limen.explainer.application.replay.ReplayExplanation;
import io.limen.explainer.application.replay.ReplayPlace;
import io.limen.explainer.application.stream.PictureReader;
import io.limen.explainer.application.support.RegionSupports;
import io.limen.schemas.BrokerSecurity;
import io.limen.schemas.ImageBucket;
import io.limen.schemas.registry.RecordFraming;
import io.limen.schemas.registry.RegistryAccess;
import io.limen.schemas.registry.RegistryException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/**
 * Wires a replay from the command line.
 *
 * @param demoModels the model repository that is meant when none is named
 */
record ReplayWiring(Optional<Path> demoModels) {

    /** A broker that does not answer for so long is not there. */
    private static final int PATIENCE_MILLIS = 15_000;

    /** What a record may hold at all: whoever explained the case was as strict as its operator wanted. */
    private static final int INLINE_BYTES = 4 * 1024 * 1024;

    /** Kept, for a logger that nobody holds is forgotten with its level. */
    private static final Logger KAFKA = Logger.getLogger("org.apache.kafka");

    ReplayExplanation open(ReplayPlaces places) throws UserMistakeException {
        Path models = places.models()
                .or(this::demoModels)
                .orElseThrow(
                        () -> new UserMistakeException("missing option: --models=DIR (limen explain --help explains)"));
        if (!Files.isDirectory(models)) {
            throw new UserMistakeException("--models: not a folder: " + models);
        }
        ImageIoDecoder decoder = new ImageIoDecoder(ImageLimits.FILES);
        Map<String, Object> client = client(places);
        RecordFraming framing = framing(places);
        KAFKA.setLevel(Level.OFF);
        return new ReplayExplanation(
                new KafkaExplanationArchive(() -> consumer(client, framing), System::nanoTime),
                new PictureReader(decoder, images(places), INLINE_BYTES),
                (device, threads) -> place(models, decoder, device, threads),
                KafkaExplanationArchive::values);
    }

    /** The number of threads has to be known before libtorch is loaded. */
    private static ReplayPlace place(Path models, ImageIoDecoder decoder, DeviceChoice device, int threads)
            throws ModelRejectedException {
        if (System.getenv("OMP_NUM_THREADS") == null) {
            System.setProperty(ExplainerService.TORCH_THREADS, String.valueOf(threads));
        }
        TorchScriptLoader loader = new TorchScriptLoader(TorchSettings.on(device));
        loader.requireSoundDevice();
        return new ReplayPlace(
                new FileModelRepository(List.of(models), loader, decoder),
                new ExplainCase(System::nanoTime, new RegionSupports()),
                LimenEngine.on(device));
    }

    private static ImageStore images(ReplayPlaces places) throws UserMistakeException {
        long maxBytes = ImageLimits.FILES.maxBytes();
        if (places.imageStore().isEmpty()) {
            return new ImageStores(new FileImageStore(List.of(), maxBytes), Optional.empty());
        }
        String store = places.imageStore().get();
        if (!store.startsWith("s3://")) {
            return new ImageStores(new FileImageStore(List.of(Path.of(store)), maxBytes), Optional.empty());
        }
        try {
            ImageStore bucket = new S3ImageStore(
                    new S3Access(places.endpoint(), places.region()).client(), ImageBucket.parse(store), maxBytes);
            return new ImageStores(new FileImageStore(List.of(), maxBytes), Optional.of(bucket));
        } catch (IllegalArgumentException | NullPointerException e) {
            throw new UserMistakeException("--image-store or --s3-endpoint: " + e.getMessage(), e);
        }
    }

    private static Map<String, Object> client(ReplayPlaces places) throws UserMistakeException {
        try {
            return BrokerSecurity.of(places.security())
                    .on(new HashMap<>(Map.of(
                            ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                            places.bootstrap(),
                            ConsumerConfig.CLIENT_ID_CONFIG,
                            "limen-replay",
                            ConsumerConfig.ISOLATION_LEVEL_CONFIG,
                            "read_committed",
                            ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
                            "earliest",
                            ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
                            false,
                            ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG,
                            PATIENCE_MILLIS,
                            ConsumerConfig.REQUEST_TIMEOUT_MS_CONFIG,
                            PATIENCE_MILLIS,
                            ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG,
                            false)));
        } catch (BrokerSecurity.UnusableException e) {
            throw new UserMistakeException("--kafka-config: " + e.getMessage(), e);
        }
    }

    private static RecordFraming framing(ReplayPlaces places) throws UserMistakeException {
        try {
            return RecordFraming.reading(RegistryAccess.of(places.schemaRegistry(), places.registryAuthorization()));
        } catch (RegistryAccess.UnusableException | RegistryException e) {
            throw new UserMistakeException("--schema-registry: " + e.getMessage(), e);
        }
    }

    private static Consumer<byte[], byte[]> consumer(Map<String, Object> client, RecordFraming framing) {
        return new KafkaConsumer<>(client, new ByteArrayDeserializer(), framing.deserializer());
    }
}
