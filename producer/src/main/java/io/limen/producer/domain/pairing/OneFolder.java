package io.limen.producer.domain.pairing;

/** Images and masks in one folder: a name with a mask suffix is a mask. The model's masks may lie in {@code predictions/}. */
record OneFolder() implements Layout {

    private static final String PREDICTIONS = "predictions/";

    @Override
    public String name() {
        return "flat";
    }

    @Override
    public Role roleOf(String fileName) {
        if (fileName.startsWith(PREDICTIONS)) {
            return new Role.Prediction(
                    FileStem.of(fileName.substring(PREDICTIONS.length())).keys());
        }
        if (fileName.contains("/")) {
            return new Role.Stranger();
        }
        FileStem stem = FileStem.of(fileName);
        return stem.marked() ? new Role.Mask(stem.keys()) : new Role.Image(stem.plain());
    }
}
