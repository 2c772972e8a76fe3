package io.limen.explainer.adapter.cli;

import io.limen.explainer.application.ImageDecoder;
import io.limen.explainer.application.ModelRejectedException;
import io.limen.explainer.application.ModelSource;
import io.limen.explainer.application.SegmentImage;
import io.limen.explainer.application.SegmentationModel;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code limen segment}: a model's masks of images that another program hands over, one after the other. */
@Command(
        name = "segment",
        hidden = true,
        description = "For programs: reads images from standard input and writes the model's masks to standard output.")
public final class SegmentCommand implements Callable<Integer> {

    private final ImageDecoder decoder;
    private final OnDevice<ModelSource> models;

    @Option(names = "--model", required = true, paramLabel = "DIR", description = "a version of a model repository")
    private Path model;

    @Mixin
    private final DeviceOptions device = new DeviceOptions();

    /**
     * A command.
     *
     * @param decoder reads images
     * @param models opens the model
     */
    public SegmentCommand(ImageDecoder decoder, OnDevice<ModelSource> models) {
        this.decoder = decoder;
        this.models = models;
    }

    @Override
    public Integer call() throws UserMistakeException, ModelRejectedException, IOException {
        PrintStream others = System.out;
        // whatever a library has to say must not get between the masks
        System.setOut(System.err);
        try (DataInputStream in = new DataInputStream(System.in);
                DataOutputStream out = new DataOutputStream(new FileOutputStream(FileDescriptor.out))) {
            SegmentationModel opened =
                    device.make(models).open(model, Optional.empty()).model();
            new MaskPipe(image -> SegmentImage.segment(decoder.image(image), opened), in, out).serve();
            return 0;
        } finally {
            System.setOut(others);
        }
    }
}
