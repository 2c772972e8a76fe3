package io.limen.explainer.bootstrap;

import io.limen.explainer.adapter.djl.TorchScriptLoader;
import io.limen.explainer.adapter.image.ImageIoDecoder;
import io.limen.explainer.adapter.image.ImageLimits;
import io.limen.explainer.adapter.report.CasePictures;
import io.limen.explainer.adapter.store.FileImageStore;
import io.limen.explainer.adapter.store.FileModelRepository;
import io.limen.explainer.adapter.store.ImageStores;
import io.limen.explainer.adapter.store.RepeatedLook;
import io.limen.explainer.adapter.store.S3Access;
import io.limen.explainer.adapter.store.S3ImageStore;
import io.limen.explainer.application.ExplainCase;
import io.limen.explainer.application.ImageDecoder;
import io.limen.explainer.application.ImageStore;
import io.limen.explainer.application.stream.Admissions;
import io.limen.explainer.application.stream.CaseExplainer;
import io.limen.explainer.application.stream.ModelCatalogue;
import io.limen.explainer.application.stream.ModelPreload;
import io.limen.explainer.application.stream.PictureReader;
import io.limen.explainer.application.stream.StopSignal;
import io.limen.explainer.application.support.RegionSupports;
import io.limen.schemas.ImageBucket;
import jakarta.enterprise.inject.Produces;
import jakarta.enterprise.inject.Typed;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/** Wires what explains a case. */
@Singleton
class ExplainerWiring {

    private static final Duration LOOK_FOR_MODELS_AGAIN = Duration.ofSeconds(5);

    private final ExplainerConfig config;
    private final TorchScriptLoader loader;
    private final InstantSource clock = InstantSource.system();

    ExplainerWiring(CheckedConfig checked) {
        this.config = checked.config();
        this.loader = checked.loader();
    }

    @Produces
    @Singleton
    StopSignal stopSignal() {
        return new StopSignal();
    }

    @Produces
    @Singleton
    FileModelRepository modelRepository() {
        return new FileModelRepository(
                config.models().roots().orElse(List.of()), loader, new ImageIoDecoder(ImageLimits.FILES));
    }

    @Produces
    @Singleton
    @Typed(ModelPreload.class)
    ModelPreload modelPreload(FileModelRepository repository, StopSignal stop) {
        ModelCatalogue catalogue = config.models()
                .preload()
                .map(named -> named.stream().map(ConfiguredSettings::model).toList())
                .<ModelCatalogue>map(models -> () -> models)
                .orElse(repository::versions);
        return new ModelPreload(catalogue, repository, config.explain().blockSize(), LOOK_FOR_MODELS_AGAIN, stop);
    }

    @Produces
    @Singleton
    CaseExplainer caseExplainer(FileModelRepository repository, Admissions admissions, StopSignal stop) {
        ExplainerConfig.Limits limits = config.limits();
        long largest = Math.max(limits.imageBytes(), limits.referencedImageBytes());
        long room = ImageLimits.decodedBytes(Runtime.getRuntime().maxMemory(), ConfiguredSettings.workers(config));
        ImageDecoder decoder = new ImageIoDecoder(new ImageLimits(largest, limits.imagePixels(), room));
        PictureReader pictures =
                new PictureReader(decoder, imageStore(limits.referencedImageBytes(), stop), limits.imageBytes());
        return new CaseExplainer(
                repository,
                pictures,
                new ExplainCase(System::nanoTime, new RegionSupports()),
                new CasePictures(),
                ConfiguredSettings.explanation(config.explain()),
                clock,
                admissions);
    }

    private ImageStore imageStore(long maxBytes, StopSignal stop) {
        ExplainerConfig.S3 s3 = config.images().s3();
        Optional<ImageStore> bucket = s3.location()
                .map(ImageBucket::parse)
                .map(place -> new S3ImageStore(new S3Access(s3.endpoint(), s3.region()).client(), place, maxBytes));
        ImageStore folders = new FileImageStore(config.images().roots().orElse(List.of()), maxBytes);
        return new RepeatedLook(new ImageStores(folders, bucket), stop::await);
    }
}
