package io.limen.producer.adapter.dataset;

import io.limen.producer.application.CaseSource;
import io.limen.producer.application.SourceCase;
import io.limen.producer.domain.pairing.Pairing;
import java.util.List;

/** Paired files of a folder as cases, in the order of the images' names. */
record DatasetFolder(DatasetFiles files, Pairing pairing, StudyFolders studies, List<String> notes)
        implements CaseSource {

    @Override
    public int size() {
        return pairing.files().size();
    }

    @Override
    public SourceCase at(int index) {
        return new DatasetCase(files, pairing.files().get(index), studies);
    }
}
