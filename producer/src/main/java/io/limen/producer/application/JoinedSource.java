package io.limen.producer.application;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Several sources as one, one after the other. */
public final class JoinedSource implements CaseSource {

    private static final int NAMES_SHOWN = 3;

    private final List<CaseSource> sources;
    private final List<String> notes;

    private JoinedSource(List<CaseSource> sources, List<String> ownNotes) {
        this.sources = List.copyOf(sources);
        this.notes = Stream.concat(sources.stream().flatMap(source -> source.notes().stream()), ownNotes.stream())
                .toList();
    }

    /** Joins one source or more. */
    public static CaseSource of(List<CaseSource> sources) {
        if (sources.isEmpty()) {
            throw new IllegalArgumentException("JoinedSource: no source");
        }
        return new JoinedSource(sources, List.of());
    }

    /**
     * Asks each finder in turn, each for what those before it have left.
     *
     * @throws BadInput if none of them recognises anything
     */
    public static CaseSource found(FolderFiles files, List<CaseFinder> finders) {
        List<CaseSource> sources = new ArrayList<>();
        FolderFiles left = files;
        for (CaseFinder finder : finders) {
            var found = finder.find(left);
            if (found.isPresent()) {
                sources.add(found.get().source());
                left = left.without(found.get().claimed());
            }
        }
        if (sources.isEmpty()) {
            List<String> understood =
                    finders.stream().map(CaseFinder::understands).toList();
            throw new BadInput(
                    "nothing to publish in " + files.folder() + "; Limen understands " + String.join("; ", understood));
        }
        return new JoinedSource(sources, leftOut(left.names()));
    }

    private static List<String> leftOut(List<String> names) {
        if (names.isEmpty()) {
            return List.of();
        }
        int shown = Math.min(NAMES_SHOWN, names.size());
        String rest = names.size() > shown ? " and " + (names.size() - shown) + " more" : "";
        return List.of("left out, not understood: " + String.join(", ", names.subList(0, shown)) + rest);
    }

    @Override
    public int size() {
        return sources.stream().mapToInt(CaseSource::size).reduce(0, Math::addExact);
    }

    @Override
    public SourceCase at(int index) {
        int left = index;
        for (CaseSource source : sources) {
            if (left < source.size()) {
                return source.at(left);
            }
            left -= source.size();
        }
        throw new IndexOutOfBoundsException(index);
    }

    @Override
    public List<String> notes() {
        return notes;
    }
}
