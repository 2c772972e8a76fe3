package io.limen.producer.application;

import io.limen.producer.domain.series.PhantomSeries;
import java.nio.file.Path;

/** Port for whoever drives the producer: writes phantoms to a folder. */
public interface PhantomExport {

    /**
     * Writes the series.
     *
     * @return how many were written
     * @throws BadInput if the folder can't take them
     */
    int export(PhantomSeries series, Path folder);
}
