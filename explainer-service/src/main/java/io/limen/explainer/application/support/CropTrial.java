package io.limen.explainer.application.support;

import io.limen.explainer.application.ModelRejectedException;
import io.limen.explainer.application.ProbedCase;
import io.limen.explainer.application.SegmentationModel;
import io.limen.explainer.domain.image.Block;
import io.limen.explainer.domain.image.Image;
import io.limen.explainer.domain.image.Window;
import io.limen.explainer.domain.intervention.Intervention;
import io.limen.explainer.domain.intervention.PatchBank;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Makes the same interventions on the whole image and on a part of it: one that changes nothing, then random donors in
 * random blocks. The part will do if every output of the region is the same.
 */
final class CropTrial {

    /** On the whole image, and once more on every part that is tried. */
    static final int INTERVENTIONS = 7;

    /** Any seed will do; a fixed one makes the search repeatable. */
    private static final long SEED = 20_512;

    private final SegmentationModel model;
    private final ProbedCase whole;
    private final PatchBank patches;
    private final ForwardCount forwards;
    private final List<float[]> expected;

    private CropTrial(SegmentationModel model, ProbedCase whole, PatchBank patches, ForwardCount forwards)
            throws ModelRejectedException, InterruptedException, SearchAbandonedException {
        this.model = model;
        this.whole = whole;
        this.patches = patches;
        this.forwards = forwards;
        this.expected = outputs(whole);
    }

    /** Runs the interventions on the whole image. */
    static CropTrial on(SegmentationModel model, ProbedCase subject, PatchBank bank, ForwardCount forwards)
            throws ModelRejectedException, InterruptedException, SearchAbandonedException {
        SplittableRandom random = new SplittableRandom(SEED);
        List<Block> blocks = new ArrayList<>();
        List<float[]> patches = new ArrayList<>();
        Block first = subject.blocks().get(0);
        blocks.add(first);
        patches.add(ownContent(subject.image(), first, bank.blockSize()));
        while (blocks.size() < INTERVENTIONS) {
            blocks.add(subject.blocks().get(random.nextInt(subject.blocks().size())));
            patches.add(bank.patches().get(random.nextInt(bank.size())));
        }
        PatchBank chosen = new PatchBank(bank.blockSize(), bank.channels(), patches, bank.sha256());
        return new CropTrial(model, subject.with(blocks), chosen, forwards);
    }

    /** Whether the part gives the region the same output in every intervention. */
    boolean equal(Window window) throws ModelRejectedException, InterruptedException, SearchAbandonedException {
        List<float[]> found = outputs(whole.croppedTo(window));
        for (int i = 0; i < found.size(); i++) {
            if (!SameOutput.within(
                    expected.get(i), found.get(i), model.description().threshold())) {
                return false;
            }
        }
        return true;
    }

    /** One pass of each intervention alone, since a batch of another size may round otherwise. */
    private List<float[]> outputs(ProbedCase part)
            throws ModelRejectedException, InterruptedException, SearchAbandonedException {
        List<float[]> outputs = new ArrayList<>();
        try (SegmentationModel.Probe probe = model.probe(part.image(), part.region(), patches, Duration.ZERO)) {
            for (int i = 0; i < part.blocks().size(); i++) {
                forwards.spend();
                outputs.add(probe.regionProbabilities(
                        List.of(new Intervention(part.blocks().get(i), i))));
            }
        }
        return outputs;
    }

    /** The block as it is, as a patch: the intervention that changes nothing. */
    private static float[] ownContent(Image image, Block block, int side) {
        float[] patch = new float[image.channels() * side * side];
        for (int line = 0; line < image.channels() * block.height(); line++) {
            int channel = line / block.height();
            int row = line % block.height();
            int source = (channel * image.height() + block.y() + row) * image.width() + block.x();
            System.arraycopy(image.pixels(), source, patch, (channel * side + row) * side, block.width());
        }
        return patch;
    }
}
