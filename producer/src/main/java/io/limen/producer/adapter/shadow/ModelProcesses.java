package io.limen.producer.adapter.shadow;

import io.limen.producer.application.BadInput;
import io.limen.producer.application.Interruption;
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
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;

/** One process for each model of a repository, started when its first image comes. Several threads may ask. */
public final class ModelProcesses implements Segmenter {

    /** A process that a case has killed is replaced so often; then it is the model that does not work. */
    private static final int MOST_STARTS = 4;

    /** Ctrl-C reaches a terminal's processes all at once: one may have ended of it just before we hear of it. */
    private static final Duration SAME_SIGNAL = Duration.ofMillis(300);

    private final Command command;
    private final PngEncoding png;
    private final Interruption interruption;
    private final Map<ModelVersion, ModelProcess> running = new ConcurrentHashMap<>();
    private final Map<ModelVersion, Integer> starts = new HashMap<>();
    private volatile boolean stopped;

    /**
     * Processes for the models of a repository. They end as soon as the user wants to stop.
     *
     * @param models that will be asked for
     * @throws BadInput if the repository lacks one of them
     */
    public ModelProcesses(Command command, List<ModelVersion> models, PngEncoding png, Interruption interruption) {
        this.command = Objects.requireNonNull(command, "command");
        this.png = Objects.requireNonNull(png, "png");
        this.interruption = Objects.requireNonNull(interruption, "interruption");
        models.forEach(command::check);
        interruption.whenWanted(this::stop);
    }

    /**
     * How a process is started.
     *
     * @param words the command; the folder of a model's version is added to it
     * @param repository {@code NAME/VERSION/model.yaml}
     */
    public record Command(List<String> words, Path repository) {

        public Command {
            words = List.copyOf(words);
            Objects.requireNonNull(repository, "repository");
        }

        private void check(ModelVersion model) {
            if (!Files.isDirectory(repository)) {
                throw new BadInput("--shadow: no such folder: " + repository);
            }
            if (!Files.isRegularFile(version(model).resolve("model.yaml"))) {
                throw new BadInput("--shadow: no model " + model + " in " + repository);
            }
        }

        private List<String> of(ModelVersion model) {
            List<String> whole = new ArrayList<>(words);
            whole.add(version(model).toString());
            return whole;
        }

        private Path version(ModelVersion model) {
            return repository.resolve(model.name()).resolve(model.version());
        }
    }

    @Override
    public synchronized Reading<Mask> segment(ModelVersion model, Pixels image) {
        try {
            Reading<Mask> reading = process(model).segment(png.encode(image));
            if (reading instanceof Readable<Mask> readable && !readable.value().covers(image)) {
                return new Unreadable<>("the model answered with a mask of another size");
            }
            return reading;
        } catch (ModelProcess.EndedException e) {
            end(model);
            return new Unreadable<>(e.getMessage());
        }
    }

    private ModelProcess process(ModelVersion model) throws ModelProcess.EndedException {
        ModelProcess there = running.get(model);
        if (there != null) {
            return there;
        }
        if (starts.merge(model, 1, Integer::sum) > MOST_STARTS) {
            throw new ModelProcess.EndedException(model + " is given up after " + MOST_STARTS + " starts");
        }
        ModelProcess launched = ModelProcess.launch(model, command.of(model));
        running.put(model, launched);
        if (stopped) {
            launched.destroy();
        }
        launched.awaitReady();
        return launched;
    }

    private void end(ModelVersion model) {
        ModelProcess ended = running.remove(model);
        if (ended != null) {
            ended.close();
            interruption.await(SAME_SIGNAL);
        }
    }

    /** Not synchronized: who segments waits for an answer, for minutes perhaps. */
    private void stop() {
        stopped = true;
        running.values().forEach(ModelProcess::destroy);
    }

    @Override
    public synchronized void close() {
        running.values().forEach(ModelProcess::close);
        running.clear();
    }
}
