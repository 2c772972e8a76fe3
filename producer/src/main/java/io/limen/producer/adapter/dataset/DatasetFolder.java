package io.limen.producer.adapter.dataset;

import io.limen.producer.application.CaseSource;
import io.limen.producer.application.SourceCase;
import io.limen.producer.domain.identity.StudyPseudonym;
import io.limen.producer.domain.pairing.PairedFile;
import io.limen.producer.domain.pairing.Pairing;
import java.util.List;
import java.util.Optional;

/** Paired files of a folder as cases, in the order of the images' names. */
record DatasetFolder(DatasetFiles files, Pairing pairing, StudyFolders studies, List<String> notes)
        implements CaseSource {

    @Override
    public int size() {
        return pairing.files().size();
    }

    @Override
    public SourceCase at(int index) {
        PairedFile file = pairing.files().get(index);
        Optional<StudyPseudonym> study = files.origin().studyPerFolder() ? studies.of(file.image()) : Optional.empty();
        return new DatasetCase(files, file, study);
    }
}
