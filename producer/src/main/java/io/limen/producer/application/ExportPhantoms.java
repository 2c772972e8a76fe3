package io.limen.producer.application;

import io.limen.producer.domain.series.PhantomSeries;
import java.util.Locale;
import java.util.Objects;

/** Use case: write a series of phantoms as files. */
public final class ExportPhantoms {

    private final PngEncoding png;
    private final Progress progress;
    private final Interruption interruption;

    /** Encodes and tells the progress. */
    public ExportPhantoms(PngEncoding png, Progress progress, Interruption interruption) {
        this.png = Objects.requireNonNull(png, "png");
        this.progress = Objects.requireNonNull(progress, "progress");
        this.interruption = Objects.requireNonNull(interruption, "interruption");
    }

    /**
     * Writes the series.
     *
     * @return how many were written; fewer than the series has if the user stopped it
     */
    public int export(PhantomSeries series, PhantomFolder folder) {
        progress.started(series.count());
        int written = 0;
        while (written < series.count() && !interruption.wanted()) {
            PhantomSeries.Sample sample = series.at(written);
            String name = String.format(Locale.ROOT, "%04d", written);
            folder.write(name, png.encode(sample.image()), png.encode(sample.mask()));
            series.cause(written).ifPresent(cause -> folder.writeCause(name, png.encode(cause)));
            written++;
            progress.delivered();
        }
        progress.finished();
        return written;
    }
}
