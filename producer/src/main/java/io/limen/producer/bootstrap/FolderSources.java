package io.limen.producer.bootstrap;

import io.limen.producer.adapter.dataset.DatasetFinder;
import io.limen.producer.adapter.dataset.FolderListing;
import io.limen.producer.adapter.image.DecodingLimits;
import io.limen.producer.adapter.image.ImageIoFiles;
import io.limen.producer.application.CaseFinder;
import io.limen.producer.application.CaseOrigin;
import io.limen.producer.application.CaseSource;
import io.limen.producer.application.JoinedSource;
import java.util.List;

/** Opens what lies in a folder, whatever kinds of files it is. A new kind is one more finder. */
final class FolderSources {

    private FolderSources() {}

    /** Everything in the folder that some finder recognises, as one source. */
    static CaseSource open(CaseOrigin.Folder origin) {
        return JoinedSource.found(FolderListing.of(origin.folder()), finders(origin));
    }

    /** In the order in which they are asked: what tells itself by its content first, images last. */
    private static List<CaseFinder> finders(CaseOrigin.Folder origin) {
        return List.of(new DatasetFinder(
                origin, new ImageIoFiles(DecodingLimits.DEFAULT, origin.masks().label())));
    }
}
