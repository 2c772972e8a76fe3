package io.limen.producer.adapter.dataset;

import io.limen.producer.adapter.dataset.LayoutSearch.LaidOut;
import io.limen.producer.application.CaseFinder;
import io.limen.producer.application.CaseOrigin;
import io.limen.producer.application.FolderFiles;
import io.limen.producer.application.FoundCases;
import io.limen.producer.application.VolumeFiles;
import io.limen.producer.domain.pairing.DataSetDescription;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** Recognises volumes by what they are called, and their masks by how they are laid out. */
public final class VolumeFinder implements CaseFinder {

    private final CaseOrigin.Folder origin;
    private final VolumeFiles volumeFiles;
    private final Optional<DataSetDescription> description;

    /**
     * Finds what the user asked for, to be read by a port.
     *
     * @param description what the data set says of itself
     */
    public VolumeFinder(CaseOrigin.Folder origin, VolumeFiles volumeFiles, Optional<DataSetDescription> description) {
        this.description = Objects.requireNonNull(description, "description");
        this.origin = Objects.requireNonNull(origin, "origin");
        this.volumeFiles = Objects.requireNonNull(volumeFiles, "volumeFiles");
    }

    @Override
    public String understands() {
        return "NIfTI volumes (.nii and .nii.gz, not pairs of .hdr and .img) laid out like images";
    }

    @Override
    public Optional<FoundCases> find(FolderFiles files) {
        Optional<LaidOut> laidOut = new LayoutSearch(origin, description, VolumeFinder::volumes).in(files);
        return laidOut.map(found -> {
            List<String> halves =
                    files.names().stream().filter(VolumeFinder::isHalf).toList();
            Set<String> claimed = new HashSet<>(volumes(files));
            claimed.addAll(halves);
            found.description().map(DescriptionFile::name).ifPresent(claimed::add);
            VolumeReading reading = new VolumeReading(volumeFiles, files, origin);
            List<VolumeStack> stacks =
                    found.pairing().files().stream().map(reading::stack).toList();
            return new FoundCases(
                    new VolumeFolder(reading, stacks, new VolumeNotes(origin, found, stacks, halves).lines()), claimed);
        });
    }

    private static List<String> volumes(FolderFiles files) {
        return files.names().stream()
                .filter(name -> lower(name).endsWith(".nii") || lower(name).endsWith(".nii.gz"))
                .toList();
    }

    private static boolean isHalf(String name) {
        return lower(name).matches(".*\\.(hdr|img)(\\.gz)?");
    }

    private static String lower(String name) {
        return name.toLowerCase(Locale.ROOT);
    }
}
