package io.limen.producer.adapter.cli;

import io.limen.producer.application.Privacy;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Options of what must not leave the house. */
final class PrivacyOptions {

    @Option(
            names = "--pseudonym-key",
            paramLabel = "FILE",
            defaultValue = "${env:LIMEN_PSEUDONYM_KEY_FILE}",
            description =
                    "Secret that DICOM studies get their pseudonyms by, 16 to 4096 bytes; the same at every producer"
                            + " of a house. Default: the file that LIMEN_PSEUDONYM_KEY_FILE names, else"
                            + " ~/.config/limen/pseudonym.key, made at first use.")
    private Path pseudonymKey;

    @Mixin
    private BlankOptions blank;

    @Option(
            names = "--keep-burned-in",
            description = "Let DICOM images pass that say that text is burned into them, as they are. Without it, and"
                    + " without --blank, they are refused.")
    private boolean keepBurnedIn;

    Privacy privacy() {
        return new Privacy(Optional.ofNullable(pseudonymKey), blank.areas(), keepBurnedIn);
    }
}
