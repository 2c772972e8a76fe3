package io.limen.producer.adapter.dataset;

import io.limen.producer.application.CaseOrigin;
import io.limen.producer.application.FolderFiles;
import io.limen.producer.application.ImageFile;
import io.limen.producer.application.ImageFiles;
import io.limen.producer.application.MaskMeaning;
import io.limen.producer.application.Reading;
import io.limen.producer.domain.image.Mask;

/** Where the files of a dataset lie, and how they are read. */
record DatasetFiles(ImageFiles imageFiles, FolderFiles files, CaseOrigin.Folder origin) {

    Reading<ImageFile> image(String name) {
        return imageFiles.readImage(files.path(name));
    }

    Reading<Mask> mask(String name) {
        return imageFiles.readMask(files.path(name));
    }

    boolean masksArePredictions() {
        return origin.masks().meaning() == MaskMeaning.PREDICTION;
    }
}
