package io.limen.producer.application;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class JoinedSourceTest {

    private static final FolderFiles FILES = new FolderFiles(Path.of("dir"), List.of("a.png", "b.nii", "c.png"));

    @Test
    void casesFollowOneSourceAfterTheOther() {
        CaseSource joined = JoinedSource.of(List.of(source(1, 2), source(3)));

        assertEquals(3, joined.size());
        assertEquals(
                List.of(FakeSource.content(1), FakeSource.content(2), FakeSource.content(3)),
                List.of(joined.at(0).read(), joined.at(1).read(), joined.at(2).read()));
        assertEquals(List.of("a note", "a note"), joined.notes());
        assertThrows(IndexOutOfBoundsException.class, () -> joined.at(3));
    }

    @Test
    void aClaimedFileIsNotLookedAtByTheNext() {
        EndingFinder volumes = new EndingFinder(".nii");
        EndingFinder everything = new EndingFinder("");

        CaseSource found = JoinedSource.found(FILES, List.of(volumes, everything));

        assertEquals(3, found.size());
        assertEquals(List.of("a.png", "c.png"), everything.seen);
    }

    @Test
    void aFinderThatRecognisesNothingLeavesTheRestToTheNext() {
        CaseSource found = JoinedSource.found(FILES, List.of(new EndingFinder(".dcm"), new EndingFinder(".nii")));

        assertEquals(1, found.size());
        assertEquals(List.of("a note", "left out, not understood: a.png, c.png"), found.notes());
    }

    @Test
    void nothingRecognisedIsALineThatSaysWhatIs() {
        List<CaseFinder> finders = List.of(new EndingFinder(".dcm"), new EndingFinder(".mha"));

        BadInput fault = assertThrows(BadInput.class, () -> JoinedSource.found(FILES, finders));

        assertEquals("nothing to publish in dir; Limen understands *.dcm; *.mha", fault.getMessage());
    }

    private static FakeSource source(int... colours) {
        return new FakeSource(
                Arrays.stream(colours).mapToObj(FakeSource::content).toList());
    }

    /** Takes every name with an ending for a case. */
    private static final class EndingFinder implements CaseFinder {

        private final String ending;
        private List<String> seen = List.of();

        EndingFinder(String ending) {
            this.ending = ending;
        }

        @Override
        public String understands() {
            return "*" + ending;
        }

        @Override
        public Optional<FoundCases> find(FolderFiles files) {
            seen = files.names();
            List<String> own =
                    seen.stream().filter(name -> name.endsWith(ending)).toList();
            return own.isEmpty()
                    ? Optional.empty()
                    : Optional.of(new FoundCases(source(new int[own.size()]), new HashSet<>(own)));
        }
    }
}
