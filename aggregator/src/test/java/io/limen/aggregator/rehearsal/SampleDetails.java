package io.limen.aggregator.rehearsal;

import io.limen.schemas.Attribution;
import io.limen.schemas.ComponentAnalysis;
import io.limen.schemas.ComponentEffect;
import io.limen.schemas.ReferenceMode;
import io.limen.schemas.ScreeningAudit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/** What an adaptive schedule, traits and an analysis of components add to a made-up explanation. */
final class SampleDetails {

    private static final int SCREENING_DRAWS = 3;
    private static final int DONORS = 12;

    /** Parts of a U-Net in the order of execution, with their channels and side for an input of 128 x 128. */
    private static final List<Part> PARTS = List.of(
            new Part("encoder.stage1", 16, 128, 2),
            new Part("encoder.stage2", 32, 64, 6),
            new Part("encoder.stage3", 64, 32, 14),
            new Part("bottleneck", 128, 16, 9),
            new Part("encoder.stage3->decoder.up1", 64, 32, 5),
            new Part("decoder.up1", 64, 32, 17),
            new Part("encoder.stage2->decoder.up2", 32, 64, 8),
            new Part("decoder.up2", 32, 64, 24),
            new Part("encoder.stage1->decoder.up3", 16, 128, 3),
            new Part("decoder.up3", 16, 128, 38));

    private final RandomGenerator random;

    SampleDetails(RandomGenerator random) {
        this.random = random;
    }

    /** @param weight mean size of its effect, percentage points */
    private record Part(String name, int channels, int side, double weight) {}

    void addTo(Attribution attribution, double light) {
        attribution.setSchedule("adaptive");
        attribution.setTargetStandardError(0.05);
        attribution.setDeployedAgreement(97 + 3 * random.nextDouble());
        attribution.setInputTraits(Map.of(
                "brightness", share(0.62 * light, 0.03),
                "contrast", share(0.34, 0.02),
                "saturation", share(0.41, 0.02),
                "sharpness", share(0.27, 0.02)));
        attribution.setOutputTraits(Map.of("segmentedShare", share(0.19, 0.03), "certainty", share(0.93, 0.02)));
        addDraws(attribution);
        attribution.setFaithfulness(SampleFaithfulness.of(attribution));
        attribution.setComponents(components(attribution.getReferenceMode()));
        attribution.setComponentAnalysis(ComponentAnalysis.newBuilder()
                .setDonors(DONORS)
                .setForwards(PARTS.size() * (DONORS + 1L))
                .setRankCorrelations(Map.of("zero", 0.82))
                .build());
    }

    private void addDraws(Attribution attribution) {
        List<Double> errors = new ArrayList<>();
        List<Integer> draws = new ArrayList<>();
        List<Boolean> significant = new ArrayList<>();
        List<Boolean> screened = new ArrayList<>();
        for (Double effect : attribution.getEffects()) {
            boolean isScreened = effect != null && effect == 0;
            Double error = effect == null ? null : isScreened ? 0.0 : 0.03 + Math.abs(effect) * near(0.25, 0.12);
            errors.add(error);
            draws.add(effect == null ? null : SCREENING_DRAWS + (isScreened ? 0 : 8 + (int) (60 * Math.min(2, error))));
            significant.add(effect == null ? null : Math.abs(effect) > 2.5 * error);
            screened.add(effect == null ? null : isScreened);
        }
        attribution.setStandardErrors(errors);
        attribution.setDraws(draws);
        attribution.setSignificant(significant);
        attribution.setScreenedOut(screened);
        int out = (int) screened.stream().filter(Boolean.TRUE::equals).count();
        attribution.setScreening(out < 10 ? null : new ScreeningAudit(out, 10, 1, 0.93, 0.74, 0.99));
    }

    private List<ComponentEffect> components(ReferenceMode mode) {
        return IntStream.range(0, PARTS.size())
                .boxed()
                .flatMap(index -> List.of(effect(index, "resample", mode), effect(index, "zero", mode)).stream())
                .toList();
    }

    private ComponentEffect effect(int index, String kind, ReferenceMode mode) {
        Part part = PARTS.get(index);
        boolean hinders = mode == ReferenceMode.GROUND_TRUTH && index == 0;
        double size = part.weight() * near(1, 0.25);
        return ComponentEffect.newBuilder()
                .setName(part.name())
                .setKind(kind)
                .setAte(hinders ? size : -size)
                .setStandardError(kind.equals("zero") ? 0 : 0.2 + 0.05 * size)
                .setDraws(kind.equals("zero") ? 1 : DONORS)
                .setPredicted(-size * near(0.9, 0.2))
                .setType(part.name().contains("->") ? "Skip" : "DoubleConv")
                .setChannels(part.channels())
                .setHeight(part.side())
                .setWidth(part.side())
                .build();
    }

    private double share(double middle, double spread) {
        return Math.min(1, near(middle, spread));
    }

    /** Above 0. */
    private double near(double middle, double spread) {
        return Math.max(0.001, middle + spread * random.nextGaussian());
    }
}
