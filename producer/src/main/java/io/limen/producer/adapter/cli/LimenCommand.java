package io.limen.producer.adapter.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;

/** The command without a sub-command. */
@Command(
        name = "limen",
        description = "Publishes segmentation results to Limen, which explains them.",
        synopsisSubcommandLabel = "COMMAND",
        mixinStandardHelpOptions = true,
        versionProvider = LimenCommand.Version.class)
public final class LimenCommand {

    /** The version, from the jar's manifest. */
    public static final class Version implements IVersionProvider {

        @Override
        public String[] getVersion() {
            String version = LimenCommand.class.getPackage().getImplementationVersion();
            return new String[] {"limen " + (version == null ? "(unpackaged)" : version)};
        }
    }
}
