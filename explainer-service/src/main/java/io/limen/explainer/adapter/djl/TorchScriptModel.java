package io.limen.explainer.adapter.djl;

import io.limen.explainer.application.ImageProbe;
import io.limen.explainer.application.Instrumentation;
import io.limen.explainer.application.ModelDescription;
import io.limen.explainer.application.ModelRejectedException;
import io.limen.explainer.application.RegionGradients;
import io.limen.explainer.application.SegmentationModel;
import io.limen.explainer.domain.image.Image;
import io.limen.explainer.domain.image.ProbabilityMap;
import io.limen.explainer.domain.image.RegionOfInterest;
import io.limen.explainer.domain.image.Window;
import io.limen.explainer.domain.intervention.PatchBank;
import java.lang.ref.Cleaner;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A TorchScript model in libtorch. Any number of threads may run it.
 *
 * <p>Its native memory is released when the garbage collector finds that nobody holds the network any more. A repository
 * that replaces a model therefore just drops it: a case that still runs on the old one keeps it alive.
 */
final class TorchScriptModel implements SegmentationModel {

    private static final Cleaner CLEANER = Cleaner.create();

    private final TorchNetwork network;
    private final GradientOpening gradients;
    private final TwinComponents components;
    private final Map<Integer, FittingBatches> fitting = new ConcurrentHashMap<>();

    /**
     * @param network what runs
     * @param module the network's, closed when nobody holds the network any more
     */
    TorchScriptModel(TorchNetwork network, TorchModule module, TwinSource twin) {
        this.network = network;
        this.gradients = new GradientOpening(network);
        TwinComponents twins = new TwinComponents(twin, module);
        this.components = twins;
        // what uses the memory holds the network, and not always this model
        CLEANER.register(network, () -> {
            module.close();
            twins.close();
        });
    }

    /** As given, but once the model ran with the kind of output that was found. */
    @Override
    public ModelDescription description() {
        return network.description();
    }

    @Override
    public ProbabilityMap segment(Image image) throws ModelRejectedException {
        network.checkWhole(image);
        RegionOfInterest everything = new RegionOfInterest(0, 0, image.height(), image.width());
        return new ProbabilityMap(image.height(), image.width(), network.alone(image, everything));
    }

    @Override
    public Probe probe(Image image, RegionOfInterest region, PatchBank bank) {
        return probe(image, region, bank, BatchPlans.LIMIT);
    }

    @Override
    public Probe probe(Image image, RegionOfInterest region, PatchBank bank, Duration preparation) {
        if (!region.fitsIn(image.height(), image.width()) || bank.channels() != image.channels()) {
            throw new IllegalArgumentException("probe: " + region + " of " + image.height() + "x" + image.width() + "x"
                    + image.channels() + ", bank of " + bank.channels() + " channels");
        }
        int pixels = image.height() * image.width();
        int most = network.mostImages(image);
        Batch batch = network.batches().make(image, bank, most);
        FittingBatches passes = fitting.computeIfAbsent(pixels, any -> new FittingBatches());
        try {
            TrialBatch trial = new TrialBatch(network, image, bank, batch);
            BatchPlan plan = network.plan(image, batch.slots(), trial, preparation);
            return new TorchScriptProbe(network, image, region, batch, plan, passes);
        } catch (RuntimeException | Error e) {
            batch.close();
            throw e;
        }
    }

    @Override
    public ImageProbe images(Image like, RegionOfInterest region) {
        if (!region.fitsIn(like.height(), like.width())) {
            throw new IllegalArgumentException("images: " + region + " of " + like.height() + "x" + like.width());
        }
        FittingBatches passes = fitting.computeIfAbsent(like.height() * like.width(), any -> new FittingBatches());
        return new TorchImageProbe(network, like, region, passes);
    }

    /** NaN passes every sum, product and maximum: where it does not arrive from outside, nothing does. */
    @Override
    public boolean reachedFromOutside(Image image, RegionOfInterest region, Window kept) throws ModelRejectedException {
        network.checkWhole(image);
        float[] nowhere = new float[image.pixels().length];
        Arrays.fill(nowhere, Float.NaN);
        return network.givesNaN(image.surroundedBy(nowhere, kept), region);
    }

    @Override
    public Optional<RegionGradients> gradients(Image image, RegionOfInterest region) {
        if (!region.fitsIn(image.height(), image.width())
                || image.channels() != description().channels()) {
            throw new IllegalArgumentException(
                    "gradients: " + region + " of " + image.height() + "x" + image.width() + "x" + image.channels());
        }
        return gradients.open(image, region).map(found -> found);
    }

    @Override
    public Instrumentation components(Image image) {
        return components.of(network, image);
    }
}
