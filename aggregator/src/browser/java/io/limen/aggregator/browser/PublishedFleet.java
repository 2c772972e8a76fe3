package io.limen.aggregator.browser;

import io.limen.aggregator.rehearsal.Rehearsal;
import io.limen.aggregator.rehearsal.SampleAttributions;
import io.limen.aggregator.rehearsal.SampleCases;
import io.limen.schemas.Attribution;
import io.limen.schemas.ReferenceMode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.apache.kafka.clients.producer.Producer;

/** Models that somebody might watch: steady ones, one that changes, one that changed and came back, a new one, one that means harm. */
final class PublishedFleet {

    /** Studies of the reference of each group. */
    static final int REFERENCE = 20;

    static final String STEADY = "phantom-unet@1";
    static final String CHANGED = "phantom-unet@2";
    static final String DARKENED = "phantom-segformer@1";
    static final String CAME_BACK = "skin-deeplab@2026.03";
    static final String NEW = "vessel-linknet@0.3.0-rc.1";
    /** The only one that tests add to: what is told of the others stays as it is. */
    static final String LIVE = "retina-unet@4";

    static final String HOSTILE_NAME =
            "<img src=x onerror=\"document.title='harmed'\">-a-model-whose-name-somebody-made-much-longer-than"
                    + "-any-column-of-any-table-and-than-any-tile-of-any-page-is-wide/../../and#with?signs&of%2Fits%20own";
    static final String HOSTILE = HOSTILE_NAME + "@1";

    private static final Duration BETWEEN_CASES = Duration.ofMinutes(7);

    private final List<Attribution> published = new ArrayList<>();
    private final Producer<String, byte[]> producer;
    private final Random random = new Random(11);

    PublishedFleet(Producer<String, byte[]> producer) {
        this.producer = producer;
    }

    /** Everything that the pages show at first. */
    void publish() throws Exception {
        SampleCases unet = of("phantom-unet", "1", 0.55);
        several(unet, ReferenceMode.GROUND_TRUTH, 60);
        several(unet, ReferenceMode.PREDICTION, 26);
        SampleCases next = of("phantom-unet", "2", 0.6);
        several(next, ReferenceMode.GROUND_TRUTH, 36);
        several(next.withReach(2.2), ReferenceMode.GROUND_TRUTH, 16);
        SampleCases segformer = of("phantom-segformer", "1", 2.4);
        several(segformer, ReferenceMode.GROUND_TRUTH, 40);
        several(segformer.inLight(0.7), ReferenceMode.GROUND_TRUTH, 12);
        SampleCases deeplab = of("skin-deeplab", "2026.03", 1.1);
        several(deeplab, ReferenceMode.PREDICTION, 28);
        several(deeplab.withReach(4), ReferenceMode.PREDICTION, 9);
        several(deeplab, ReferenceMode.PREDICTION, 45);
        several(of("vessel-linknet", "0.3.0-rc.1", 0.8), ReferenceMode.GROUND_TRUTH, 6);
        several(of(HOSTILE_NAME, "1", 1.4), ReferenceMode.PREDICTION, 14);
        several(of("retina-unet", "4", 0.7), ReferenceMode.GROUND_TRUTH, 8);
    }

    /** One more case of the model that is added to, now. */
    Attribution another() throws Exception {
        return one(of("retina-unet", "4", 0.7), ReferenceMode.GROUND_TRUTH, Instant.now());
    }

    /** Explanations of a model so far. */
    long count(String model) {
        return published.stream()
                .filter(explanation -> id(explanation).equals(model))
                .count();
    }

    /** The newest explanation of a model. */
    Attribution newest(String model) {
        List<Attribution> own = published.stream()
                .filter(explanation -> id(explanation).equals(model))
                .collect(Collectors.toList());
        return own.get(own.size() - 1);
    }

    /** The models. */
    List<String> models() {
        return published.stream().map(PublishedFleet::id).distinct().toList();
    }

    private static String id(Attribution explanation) {
        return explanation.getModel() + "@" + explanation.getModelVersion();
    }

    private static SampleCases of(String model, String version, double reach) {
        return SampleCases.of(new SampleAttributions(model, version, "phantom-clinic", reach));
    }

    private void several(SampleCases cases, ReferenceMode mode, int count) throws Exception {
        long before = count(cases.model().model() + "@" + cases.model().version());
        Instant start = Instant.now().minus(BETWEEN_CASES.multipliedBy(100));
        for (int index = 0; index < count; index++) {
            one(cases, mode, start.plus(BETWEEN_CASES.multipliedBy(before + index)));
        }
    }

    private Attribution one(SampleCases cases, ReferenceMode mode, Instant time) throws Exception {
        Attribution explanation = cases.publish(producer, random, mode, time);
        published.add(explanation);
        return explanation;
    }

    /** To the topics of a broker. */
    static PublishedFleet on(String bootstrapServers) {
        return new PublishedFleet(Rehearsal.producer(bootstrapServers));
    }
}
