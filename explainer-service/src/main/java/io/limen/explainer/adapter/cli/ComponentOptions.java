package io.limen.explainer.adapter.cli;

import static io.limen.explainer.adapter.cli.UserMistakeException.require;

import io.limen.explainer.domain.component.ComponentSettings;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Whether parts of the network are explained too, and how thoroughly. */
final class ComponentOptions {

    @Option(
            names = "--components",
            description = {
                "Explain parts of the network too: the outputs of its stages, skip connections and single channels",
                "are replaced by what they are on other images, by their mean and by zero."
            })
    private boolean wanted;

    @Option(
            names = "--component-donors",
            paramLabel = "N",
            description =
                    "Images that components are replaced from, 1 to 256; fewer when the bank has fewer. Default: 16.")
    private Integer donors;

    @Option(
            names = "--component-channels",
            paramLabel = "N",
            description = {
                "Channels to verify by interventions, 0 to 4096: those that the gradient ranks highest.",
                "Each costs a forward pass per donor and two more. Default: 16."
            })
    private Integer channels;

    /**
     * What these options ask for; empty without {@code --components}.
     *
     * @throws UserMistakeException naming the option that asks for too much or too little, or nothing
     */
    Optional<ComponentSettings> settings() throws UserMistakeException {
        require(wanted || donors == null, "--component-donors goes with --components");
        require(wanted || channels == null, "--component-channels goes with --components");
        if (!wanted) {
            return Optional.empty();
        }
        ComponentSettings defaults = ComponentSettings.DEFAULT;
        int images = Optional.ofNullable(donors).orElse(defaults.donors());
        int verified = Optional.ofNullable(channels).orElse(defaults.topChannels());
        require(
                images >= 1 && images <= ComponentSettings.MOST_DONORS,
                "--component-donors: must be 1 to " + ComponentSettings.MOST_DONORS + ", is " + images);
        require(
                verified >= 0 && verified <= ComponentSettings.MOST_CHANNELS,
                "--component-channels: must be 0 to " + ComponentSettings.MOST_CHANNELS + ", is " + verified);
        return Optional.of(new ComponentSettings(images, verified, defaults.kinds()));
    }
}
