package io.limen.explainer.adapter.cli;

import io.limen.explainer.application.DeviceChoice;
import io.limen.explainer.application.ModelRejectedException;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** Where the work is done. */
final class DeviceOptions {

    @Option(
            names = "--device",
            paramLabel = "auto|cpu|gpu:N",
            defaultValue = "auto",
            converter = DeviceConverter.class,
            description = "What the model runs on; auto: the first GPU, else the CPU. Default: ${DEFAULT-VALUE}.")
    private DeviceChoice device;

    DeviceChoice choice() {
        return device;
    }

    /** What a command works with, on the device of these options. */
    <T> T make(OnDevice<T> maker) throws UserMistakeException {
        try {
            return maker.make(device);
        } catch (ModelRejectedException e) {
            throw new UserMistakeException(e.getMessage());
        }
    }

    /** The choice in the words of the configuration. */
    private static final class DeviceConverter implements ITypeConverter<DeviceChoice> {

        @Override
        public DeviceChoice convert(String word) {
            try {
                return DeviceChoice.parse(word);
            } catch (IllegalArgumentException e) {
                throw new TypeConversionException(e.getMessage());
            }
        }
    }
}
