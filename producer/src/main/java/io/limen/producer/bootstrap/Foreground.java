package io.limen.producer.bootstrap;

import io.limen.producer.adapter.dataset.DescriptionFile;
import io.limen.producer.application.BadInput;
import io.limen.producer.application.MaskClass;
import io.limen.producer.domain.image.ForegroundRule.Labels;
import io.limen.producer.domain.pairing.DataSetDescription;
import java.util.Optional;
import java.util.Set;

/**
 * Which values of masks are foreground, in the user's words and the data set's.
 *
 * @param file what the data set says of itself
 */
record Foreground(DescriptionFile file) {

    /**
     * The values of a class; without one, those of all classes where the data set has pixels that are of none.
     *
     * @return empty: everything but 0
     * @throws BadInput if the data set has no class of the name
     */
    Optional<Labels> of(Optional<MaskClass> target) {
        if (target.isEmpty()) {
            return file.description()
                    .filter(says ->
                            !says.unlabelled().isEmpty() && !says.values().isEmpty())
                    .map(says -> new Labels(says.values()));
        }
        return Optional.of(
                target.get() instanceof MaskClass.Named named
                        ? new Labels(values(named.name()))
                        : Labels.only(((MaskClass.Value) target.get()).value()));
    }

    private Set<Integer> values(String name) {
        DataSetDescription says = file.description()
                .orElseThrow(() -> new BadInput("--class " + name + ": a class has a name only where a dataset.json in"
                        + " nnU-Net's folders gives it one; its value needs none"));
        return says.valuesOf(name)
                .orElseThrow(() -> new BadInput("--class " + name + ": dataset.json knows "
                        + (says.classes().isEmpty()
                                ? "no classes"
                                : String.join(", ", says.classes().keySet()))));
    }
}
