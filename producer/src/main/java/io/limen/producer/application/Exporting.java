package io.limen.producer.application;

import io.limen.producer.domain.deployment.Deployment;
import io.limen.producer.domain.image.Area;
import java.nio.file.Path;
import java.util.List;

/** Port of the command line: export the explanations of a folder's images. */
public interface Exporting {

    /**
     * Exports.
     *
     * @param request whose explanations of what
     * @throws BadInput if it can't be done as it was asked
     */
    ExportReport export(Request request);

    /**
     * What the user asks for.
     *
     * @param folder where the images lie
     * @param deployment whose explanations
     * @param brokers where these are
     * @param blank areas that were made black when the images were published
     * @param out where objects are written
     */
    record Request(Path folder, Deployment deployment, Brokers brokers, List<Area> blank, Path out) {}
}
