package io.limen.producer.adapter.shadow;

import io.limen.producer.application.BadInput;
import io.limen.producer.application.PngEncoding;
import io.limen.producer.application.Reading;
import io.limen.producer.application.Reading.Readable;
import io.limen.producer.application.Reading.Unreadable;
import io.limen.producer.application.Segmenter;
import io.limen.producer.domain.deployment.ModelVersion;
import io.limen.producer.domain.image.Mask;
import io.limen.producer.domain.image.Pixels;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** One process for each model of a repository, started when its first image comes. Several threads may ask. */
public final class ModelProcesses implements Segmenter {

    /** A process that a case has killed is replaced so often; then it is the model that does not work. */
    private static final int MOST_STARTS = 4;

    private final List<String> command;
    private final Path repository;
    private final PngEncoding png;
    private final Map<ModelVersion, ModelProcess> running = new HashMap<>();
    private final Map<ModelVersion, Integer> starts = new HashMap<>();

    /**
     * Processes for the models of a repository.
     *
     * @param command what starts a process; the folder of a model's version is added to it
     * @param repository {@code NAME/VERSION/model.yaml}
     * @throws BadInput if there is no such folder
     */
    public ModelProcesses(List<String> command, Path repository, PngEncoding png) {
        this.command = List.copyOf(command);
        this.repository = repository;
        this.png = Objects.requireNonNull(png, "png");
        if (!Files.isDirectory(repository)) {
            throw new BadInput("--shadow: no such folder: " + repository);
        }
    }

    @Override
    public synchronized Reading<Mask> segment(ModelVersion model, Pixels image) {
        ModelProcess process = running.computeIfAbsent(model, this::start);
        try {
            Reading<Mask> reading = process.segment(png.encode(image));
            if (reading instanceof Readable<Mask> readable && !readable.value().covers(image)) {
                return new Unreadable<>("the model answered with a mask of another size");
            }
            return reading;
        } catch (ModelProcess.EndedException e) {
            running.remove(model).close();
            return new Unreadable<>(e.getMessage());
        }
    }

    private ModelProcess start(ModelVersion model) {
        Path version = repository.resolve(model.name()).resolve(model.version());
        if (!Files.isRegularFile(version.resolve("model.yaml"))) {
            throw new BadInput("--shadow: no model " + model + " in " + repository);
        }
        if (starts.merge(model, 1, Integer::sum) > MOST_STARTS) {
            throw new BadInput("--shadow: the process of " + model + " ended " + MOST_STARTS + " times");
        }
        List<String> whole = new ArrayList<>(command);
        whole.add(version.toString());
        return ModelProcess.start(model, whole);
    }

    @Override
    public synchronized void close() {
        running.values().forEach(ModelProcess::close);
        running.clear();
    }
}
