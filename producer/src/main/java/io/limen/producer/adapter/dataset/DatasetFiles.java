package io.limen.producer.adapter.dataset;

import io.limen.producer.application.CaseOrigin;
import io.limen.producer.application.FolderFiles;
import io.limen.producer.application.ImageFile;
import io.limen.producer.application.ImageFiles;
import io.limen.producer.application.MaskMeaning;
import io.limen.producer.application.Reading;
import io.limen.producer.domain.image.Mask;
import io.limen.producer.domain.pairing.DataSetDescription;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/** Where the files of a dataset lie, and how they are read. */
record DatasetFiles(
        ImageFiles imageFiles, FolderFiles files, CaseOrigin.Folder origin, Optional<DataSetDescription> description) {

    Reading<ImageFile> image(String name) {
        return imageFiles.readImage(files.path(name));
    }

    Reading<Mask> mask(String name) {
        return imageFiles.readMask(files.path(name));
    }

    /** Name, size and time of files, and what classes are; empty if one of them can't be looked at. */
    Optional<String> version(List<String> names) {
        StringBuilder version = new StringBuilder();
        description.ifPresent(says -> version.append(says.classes())
                .append(new TreeSet<>(says.unlabelled()))
                .append('\n'));
        try {
            for (String name : names) {
                BasicFileAttributes attributes = Files.readAttributes(files.path(name), BasicFileAttributes.class);
                version.append(name)
                        .append('\n')
                        .append(attributes.size())
                        .append('\n')
                        .append(attributes.lastModifiedTime())
                        .append('\n');
            }
            return Optional.of(version.toString());
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    boolean masksArePredictions() {
        return origin.masks().meaning() == MaskMeaning.PREDICTION;
    }
}
