package io.limen.quickstart.domain;

import java.util.List;
import java.util.Optional;

/** What the demo's stream of cases does over time, and which models see it. */
public enum Scenario {
    /** Every case from one distribution. */
    STEADY("steady", 24, List.of("phantom-unet@1", "phantom-segformer@1"), Optional.empty()),
    /** From the middle on every picture has a sticker in a corner; one of the models has learnt to heed it. */
    DRIFT(
            "sticker",
            112,
            List.of("phantom-unet@2", "phantom-segformer@1"),
            Optional.of(
                    "in the second half a colour sticker lies in a corner of every picture, and nothing else changes;"
                            + " phantom-unet@2 has learnt to heed it"));

    private final String phantoms;
    private final int cases;
    private final List<String> models;
    private final Optional<String> story;

    Scenario(String phantoms, int cases, List<String> models, Optional<String> story) {
        this.phantoms = phantoms;
        this.cases = cases;
        this.models = models;
        this.story = story;
    }

    /** The producer's name for the phantoms of this scenario. */
    public String phantoms() {
        return phantoms;
    }

    /** Cases that show what the scenario is there to show. */
    public int cases() {
        return cases;
    }

    /** {@code model@version} of the models that the cases go to in turn. */
    public List<String> models() {
        return models;
    }

    /** What happens on the way, one line. */
    public Optional<String> story() {
        return story;
    }
}
