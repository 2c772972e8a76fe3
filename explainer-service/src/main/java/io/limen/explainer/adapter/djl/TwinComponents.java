package io.limen.explainer.adapter.djl;

import io.limen.explainer.application.Instrumentation;
import io.limen.explainer.application.Instrumentation.Instrumented;
import io.limen.explainer.application.Instrumentation.NotInstrumented;
import io.limen.explainer.application.Instrumentation.NotThisTime;
import io.limen.explainer.application.ModelRejectedException;
import io.limen.explainer.domain.image.Image;
import java.util.List;

/** The components of one model; its twin is made when they are first asked for. Used by several threads at a time. */
final class TwinComponents {

    private final TwinSource source;
    private final TorchModule original;
    private final KeptMeans means;
    private TwinNetwork twin;
    private String reason;

    /** @param original the model as it is */
    TwinComponents(TwinSource source, TorchModule original) {
        this.source = source;
        this.means = new KeptMeans(new MeansOnDisk(source.kept()));
        this.original = original;
    }

    /** @param model whose components they are */
    Instrumentation of(TorchNetwork model, Image image) {
        try {
            TwinNetwork network = twin(model, image);
            List<TappedComponent> listed = new ComponentListing(network).of(image, model.usualLayout());
            if (listed.isEmpty()) {
                return new NotInstrumented("none of its submodules returns one map of numbers for each image");
            }
            return new Instrumented(
                    listed.stream().map(TappedComponent::component).toList(),
                    (probed, region, donors) -> new TorchComponentProbe(
                            new ProbedNetwork(model, network, listed, means), probed, region, donors));
        } catch (TwinSource.UnavailableException e) {
            return e.lasting() ? new NotInstrumented(e.getMessage()) : new NotThisTime(e.getMessage());
        } catch (ModelRejectedException e) {
            return new NotThisTime(e.getMessage());
        }
    }

    /** Another image, or more memory, may fare better than this one, but a text that can't be read stays so. */
    private synchronized TwinNetwork twin(TorchNetwork model, Image image) throws TwinSource.UnavailableException {
        if (reason != null) {
            throw new TwinSource.UnavailableException(reason, true);
        }
        if (twin == null) {
            try {
                twin = source.open(original, model.description().normalisation(), image);
            } catch (TwinSource.UnavailableException e) {
                reason = e.lasting() ? e.getMessage() : null;
                throw e;
            }
        }
        return twin;
    }

    /** Releases the twin's native memory. */
    synchronized void close() {
        if (twin != null) {
            twin.close();
        }
    }
}
