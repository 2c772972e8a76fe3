package io.limen.producer.domain.pairing;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.Chars;
import net.jqwik.api.constraints.NotEmpty;
import net.jqwik.api.constraints.Size;

class PairingPropertiesTest {

    private static final MaskSuffixes SUFFIXES = MaskSuffixes.inUseAnd(Optional.empty());

    /** Nothing is lost, nothing is invented: every file is an image, a mask of one, or an orphan. */
    @Property(tries = 300)
    void everyFileOfAFolderIsAccountedFor(
            @ForAll @Size(max = 12) List<@NotEmpty @AlphaChars @Chars({'_', '.', 'm'}) String> stems) {
        Set<String> names = new HashSet<>();
        for (String stem : stems) {
            names.add(stem + ".png");
            names.add(stem + "_mask.png");
        }

        Pairing pairing = new OneFolder(SUFFIXES).pair(names.stream().sorted().toList());

        Set<String> seen = new HashSet<>(pairing.orphans());
        pairing.files().forEach(file -> {
            seen.add(file.image());
            seen.addAll(file.masks());
        });
        assertEquals(names, seen);
    }
}
