package io.limen.producer.domain.pairing;

import java.util.List;

/** A way in which people lay out images and masks. */
public interface Layout {

    /** The word that the user knows it by. */
    String name();

    /** What a file is. */
    Role roleOf(String fileName);

    /** Whether files that were paired in this layout are laid out in it. */
    default boolean fits(Pairing pairing) {
        return !pairing.files().isEmpty();
    }

    /** Pairs files in this layout, in their order. */
    default Pairing pair(List<String> fileNames) {
        PairingByKey byKey = new PairingByKey();
        fileNames.forEach(name -> byKey.add(name, roleOf(name)));
        return byKey.pairing();
    }
}
