package io.limen.producer.adapter.cli;

import io.limen.producer.application.PublishPlan;
import io.limen.producer.domain.deployment.Deployment;
import io.limen.producer.domain.deployment.ModelVersion;
import io.limen.producer.domain.pace.Pace;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Options of what is published, and how. */
final class StreamOptions {

    @Option(
            names = "--model",
            paramLabel = "NAME@VERSION",
            required = true,
            converter = ModelConverter.class,
            description = "The model that segmented the images, as the explainer's model repository knows it. Given"
                    + " several times, the cases go to the models in turn.")
    private List<ModelVersion> models;

    @Option(
            names = "--site",
            paramLabel = "NAME",
            defaultValue = "local",
            description = "Where the model runs, for instance a hospital. Default: local.")
    private String site;

    @Option(names = "--limit", paramLabel = "N", description = "Publish the first N cases only.")
    private Integer limit;

    @Option(
            names = "--rate",
            paramLabel = "CASES_PER_SECOND",
            description = "Publish no faster than this. Default: as fast as possible.")
    private Double rate;

    @Option(names = "--no-ground-truth", description = "Leave the human's masks out.")
    private boolean noGroundTruth;

    @Option(
            names = "--strict",
            description =
                    "Stop at the first case that can't be read or published. Without it, the case is named and the"
                            + " rest goes through.")
    private boolean strict;

    @Option(
            names = "--shadow",
            paramLabel = "DIR",
            description = "Run the models of this repository on images that come without a model's mask, and publish"
                    + " theirs. Without it such images are published without one, and the explainer segments them.")
    private Path shadow;

    /** The plan, or IllegalArgumentException with a line for the user. */
    PublishPlan plan() {
        if (limit != null && limit < 1) {
            throw new IllegalArgumentException("--limit: at least 1 case, not " + limit);
        }
        if (rate != null && !(rate > 0)) {
            throw new IllegalArgumentException("--rate: more than 0 cases per second, not " + rate);
        }
        List<Deployment> deployments =
                models.stream().map(model -> new Deployment(model, site)).toList();
        return new PublishPlan(
                deployments,
                limit == null ? Integer.MAX_VALUE : limit,
                rate == null ? Pace.UNLIMITED : new Pace(rate),
                !noGroundTruth,
                strict,
                Optional.ofNullable(shadow));
    }
}
