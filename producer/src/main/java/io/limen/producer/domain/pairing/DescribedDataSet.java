package io.limen.producer.domain.pairing;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The folders of nnU-Net with a description: the pairs that it lists, whatever their files are called, and by their names
 * what it does not list.
 */
public final class DescribedDataSet implements Layout {

    private static final Pattern FIRST_CHANNEL = Pattern.compile("(.*)_0000(\\.nii\\.gz|\\.[^./]+)");

    private final DataSetDescription description;
    private final Layout byName;
    private final Set<String> listedMasks = new HashSet<>();

    /** A data set as it describes itself. */
    public DescribedDataSet(DataSetDescription description) {
        this.description = Objects.requireNonNull(description, "description");
        this.byName = NamedDataSet.nnUnet();
        description.masks().values().forEach(mask -> mask.ifPresent(listedMasks::add));
    }

    /** What the data set says of itself. */
    public DataSetDescription description() {
        return description;
    }

    @Override
    public String name() {
        return byName.name();
    }

    @Override
    public Role roleOf(String fileName) {
        if (!fileName.startsWith(description.folder())) {
            return byName.roleOf(fileName);
        }
        String inner = fileName.substring(description.folder().length());
        if (listedMasks.contains(inner)) {
            return new Role.Mask(List.of(listed(inner)));
        }
        Optional<String> image = listedImage(inner);
        if (image.isPresent()) {
            return new Role.Image(description
                    .masks()
                    .get(image.get())
                    .map(DescribedDataSet::listed)
                    .orElse("alone\n" + image.get()));
        }
        Role role = byName.roleOf(fileName);
        return hasTheEnding(fileName) || role instanceof Role.Stranger
                ? role
                : new Role.Companion("files of another ending than dataset.json says");
    }

    /** As it is listed: under its whole name, or without the suffix of the first channel. */
    private Optional<String> listedImage(String inner) {
        if (description.masks().containsKey(inner)) {
            return Optional.of(inner);
        }
        return Optional.of(FIRST_CHANNEL.matcher(inner))
                .filter(Matcher::matches)
                .map(channel -> channel.group(1) + channel.group(2))
                .filter(description.masks()::containsKey);
    }

    private boolean hasTheEnding(String fileName) {
        return description.fileEnding().isEmpty()
                || fileName.toLowerCase(Locale.ROOT)
                        .endsWith(description.fileEnding().get().toLowerCase(Locale.ROOT));
    }

    private static String listed(String mask) {
        return "listed\n" + mask;
    }
}
