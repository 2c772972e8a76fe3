package io.limen.producer.adapter.cli;

import io.limen.producer.domain.image.Area;
import java.util.List;
import picocli.CommandLine.Option;

/** Areas of images that nobody may see. */
final class BlankOptions {

    @Option(
            names = "--blank",
            paramLabel = "Y,X,H,W",
            converter = AreaConverter.class,
            description =
                    "Make an area of every image black: first row, first column, height, width in pixels. For text"
                            + " that is burned into the images. Masks have no foreground there. An image that no area lies on"
                            + " fails. May be given several times.")
    private List<Area> blank;

    List<Area> areas() {
        return blank == null ? List.of() : blank;
    }
}
