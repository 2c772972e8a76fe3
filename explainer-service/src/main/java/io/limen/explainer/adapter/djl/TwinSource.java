package io.limen.explainer.adapter.djl;

import ai.djl.Device;
import ai.djl.MalformedModelException;
import ai.djl.engine.EngineException;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import io.limen.explainer.adapter.djl.archive.ComponentSite;
import io.limen.explainer.adapter.djl.archive.InstrumentedArchive;
import io.limen.explainer.adapter.djl.archive.UnreadableCodeException;
import io.limen.explainer.application.ModelDescription.Normalisation;
import io.limen.explainer.domain.image.Image;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/**
 * Where a model's instrumented twin comes from: a copy of its file, written when it is first asked for, kept on disk for the
 * next process, and deleted once libtorch has read it where it can't be kept.
 *
 * @param file the model's
 * @param device where the twin runs, as the model does
 * @param kept copies, by what made them
 */
record TwinSource(Path file, Device device, MadeOfModel kept) {

    /** Fixed, so that a twin is accepted or refused the same way every time. */
    private static final long SEED = 20511;

    private static final String WHAT = "twin";
    private static final String ENDING = ".pt";

    /** There is no twin. */
    static final class UnavailableException extends Exception {

        private static final long serialVersionUID = 1;

        private final boolean lasting;

        /**
         * @param reason one line for a person, without a full stop
         * @param lasting whether the file alone is why: neither another image nor more memory would help
         */
        UnavailableException(String reason, boolean lasting) {
            super(reason);
            this.lasting = lasting;
        }

        boolean lasting() {
            return lasting;
        }
    }

    /**
     * Makes the twin and holds it against the model, bit by bit, on the image and on noise of its size.
     *
     * @param original the model as it is
     * @param image that is explained
     */
    TwinNetwork open(TorchModule original, Normalisation normalisation, Image image) throws UnavailableException {
        Optional<TwinNetwork> known = known(normalisation);
        if (known.isPresent()) {
            try {
                return accepted(known.get(), original, image);
            } catch (UnavailableException e) {
                // One that is made now may do better.
            }
        }
        return accepted(made(normalisation), original, image);
    }

    /** The same twin, once it was held against the model; else it is closed. */
    private static TwinNetwork accepted(TwinNetwork twin, TorchModule original, Image image)
            throws UnavailableException {
        try (NDManager scope = twin.scope()) {
            for (Image one : List.of(image, noise(image))) {
                if (!same(original, twin, scope, one)) {
                    throw new UnavailableException(
                            "its instrumented twin gives another output than the model itself", false);
                }
            }
            return twin;
        } catch (EngineException | UnsupportedOperationException e) {
            twin.close();
            throw new UnavailableException("its instrumented twin does not run: " + EngineMessage.of(e), false);
        } catch (UnavailableException e) {
            twin.close();
            throw e;
        }
    }

    private Optional<TwinNetwork> known(Normalisation normalisation) {
        Optional<Path> copy = kept.find(WHAT, ENDING);
        try {
            return copy.isEmpty()
                    ? Optional.empty()
                    : Optional.of(load(copy.get(), InstrumentedArchive.sites(copy.get()), normalisation));
        } catch (IOException | MalformedModelException | EngineException e) {
            // another process removed it, or another release of libtorch does not take it
            return Optional.empty();
        }
    }

    private TwinNetwork made(Normalisation normalisation) throws UnavailableException {
        try {
            Path draft = kept.draft();
            try {
                List<ComponentSite> sites = write(draft);
                return load(kept.keep(draft, WHAT, ENDING), sites, normalisation);
            } finally {
                Files.deleteIfExists(draft);
            }
        } catch (UnreadableCodeException e) {
            throw new UnavailableException(e.getMessage(), true);
        } catch (IOException | MalformedModelException | EngineException e) {
            throw new UnavailableException("its instrumented twin can't be made: " + EngineMessage.of(e), false);
        }
    }

    private TwinNetwork load(Path copy, List<ComponentSite> sites, Normalisation normalisation)
            throws IOException, MalformedModelException {
        return new TwinNetwork(TorchModule.load(copy, device), normalisation, sites);
    }

    private List<ComponentSite> write(Path copy) throws IOException, UnreadableCodeException {
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(copy))) {
            return InstrumentedArchive.write(file, out);
        }
    }

    private static boolean same(TorchModule original, TwinNetwork twin, NDManager scope, Image image) {
        try (NDManager passing = scope.newSubManager()) {
            NDList expected = original.run(twin.input(passing, List.of(image)), MemoryLayout.PLAIN);
            NDList found = twin.run(
                            twin.input(passing, List.of(image)), twin.noSteps(), new NDList(), MemoryLayout.PLAIN)
                    .outputs();
            boolean same = expected.size() == found.size();
            for (int i = 0; same && i < expected.size(); i++) {
                same = bytes(expected.get(i)).equals(bytes(found.get(i)));
            }
            return same;
        }
    }

    private static java.nio.ByteBuffer bytes(NDArray tensor) {
        return tensor.toByteBuffer();
    }

    private static Image noise(Image like) {
        Random random = new Random(SEED);
        float[] pixels = new float[like.pixels().length];
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = random.nextFloat();
        }
        return new Image(like.height(), like.width(), like.channels(), pixels);
    }
}
