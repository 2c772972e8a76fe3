package io.limen.explainer.application.evaluate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.limen.explainer.application.CaseToExplain;
import io.limen.explainer.application.ExplainCase;
import io.limen.explainer.application.Reachability;
import io.limen.explainer.application.evaluate.CaseEvaluation.Evaluated;
import io.limen.explainer.application.evaluate.CaseEvaluation.NotEvaluated;
import io.limen.explainer.application.evaluate.method.Attributed;
import io.limen.explainer.application.evaluate.method.AttributionMethod;
import io.limen.explainer.application.evaluate.method.MethodCase;
import io.limen.explainer.application.evaluate.method.MethodCatalogue;
import io.limen.explainer.application.evaluate.method.WeightedBlocks;
import io.limen.explainer.domain.faithfulness.CauseRule;
import io.limen.explainer.domain.faithfulness.Metric;
import io.limen.explainer.domain.image.Mask;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class EvaluateModelsTest {

    private static final EvaluationSettings SETTINGS = new EvaluationSettings(8, 16, 7, 400, 1);
    private static final EvaluatedModel MODEL = new EvaluatedModel(
            "weighted@1", new WeightedBlocks(Map.of(3, 4.0, 24, 2.0)), Optional.empty(), new CauseRule.Marked());

    private final Map<String, CaseEvaluation> kept = new ConcurrentHashMap<>();
    private final AtomicInteger done = new AtomicInteger();

    private final EvaluationJournal journal = new EvaluationJournal() {
        @Override
        public Optional<CaseEvaluation> find(String model, String caseName, String fingerprint) {
            return Optional.ofNullable(kept.get(model + caseName + fingerprint));
        }

        @Override
        public void save(CaseEvaluation found, String fingerprint) {
            kept.put(found.model() + found.caseName() + fingerprint, found);
        }
    };

    private final EvaluationProgress progress = new EvaluationProgress() {
        @Override
        public void begins(int known, int all) {
            done.set(known);
        }

        @Override
        public void done(CaseEvaluation found) {
            done.incrementAndGet();
        }
    };

    private record Cases(List<String> names) implements Dataset {
        @Override
        public DatasetCase read(String name) throws UnreadableCaseException {
            if (name.startsWith("broken")) {
                throw new UnreadableCaseException(name + " is no image", null);
            }
            CaseToExplain whole = WeightedBlocks.caseToExplain();
            int size = WeightedBlocks.SIZE;
            Optional<Mask> truth = name.startsWith("empty")
                    ? Optional.of(new Mask(size, size, new boolean[size * size]))
                    : whole.groundTruth();
            return new DatasetCase(
                    name,
                    new CaseToExplain(whole.image(), whole.imageSha256(), Optional.empty(), truth, whole.region()),
                    Optional.empty());
        }
    }

    private List<CaseEvaluation> run(List<AttributionMethod> methods, String... names) throws InterruptedException {
        AttributionMethod oracle = MethodCatalogue.adaptive(new ExplainCase(() -> 0));
        return new EvaluateModels(
                        new EvaluateModels.Contest(methods, oracle, Reachability.EVERYTHING),
                        SETTINGS,
                        journal,
                        progress,
                        2,
                        System::nanoTime)
                .run(List.of(MODEL), new Cases(List.of(names)));
    }

    private static List<AttributionMethod> all() {
        return MethodCatalogue.all(new ExplainCase(() -> 0));
    }

    @Test
    void everyMethodIsJudgedOnEveryCaseAndOneThatFailsSaysWhy() throws Exception {
        Evaluated found = (Evaluated) run(all(), "a", "b").get(1);
        assertEquals("b", found.caseName());
        assertEquals(all().size() + 1, found.methods().size());
        assertEquals("oracle", found.methods().get(all().size()).method());
        for (MethodScores scores : found.methods()) {
            boolean fails = scores.method().equals("seg-grad-cam");
            assertEquals(fails, scores.failure().isPresent(), scores::toString);
            assertEquals(!fails, scores.metrics().containsKey(Metric.DELETION));
        }
        assertTrue(found.perception().isPresent());
        // a region of 16 x 16 in a picture of 48 x 48 is the object
        assertEquals(1 / 9.0, found.perception().get().traits().get("object size"), 1e-12);
    }

    @Test
    void onlyTheFirstCasesAreExplainedTwice() throws Exception {
        List<CaseEvaluation> found = run(all(), "a", "b");
        assertTrue(metrics(found.get(0), "occlusion").containsKey(Metric.STABILITY));
        assertEquals(1, metrics(found.get(0), "occlusion").get(Metric.STABILITY));
        assertTrue(metrics(found.get(0), "rise").get(Metric.STABILITY) < 1);
        assertTrue(!metrics(found.get(1), "rise").containsKey(Metric.STABILITY));
    }

    @Test
    void figuresDoNotDependOnWhichOtherCasesThereAre() throws Exception {
        Evaluated among = (Evaluated) run(all(), "a", "b", "c").get(2);
        kept.clear();
        Evaluated withFewer = (Evaluated) run(all(), "b", "c").get(1);
        assertEquals(withoutTime(among), withoutTime(withFewer));
    }

    @Test
    void casesThatTellNothingAreNamedWithTheirReason() throws Exception {
        List<CaseEvaluation> found = run(all().subList(8, 9), "broken", "empty", "whole");
        assertEquals(new NotEvaluated("weighted@1", "broken", "broken is no image"), found.get(0));
        assertEquals(new NotEvaluated("weighted@1", "empty", "no foreground"), found.get(1));
        assertTrue(found.get(2) instanceof Evaluated);
    }

    @Test
    void whatAnEarlierRunHasFoundIsNotComputedAgain() throws Exception {
        run(all().subList(8, 9), "a", "b");
        List<CaseEvaluation> before = List.copyOf(kept.values());
        AttributionMethod forbidden = new Asked() {
            @Override
            public Attributed attribute(MethodCase subject, long seed, long budget) {
                throw new AssertionError("asked again");
            }
        };
        List<CaseEvaluation> again = run(List.of(forbidden), "a", "b");
        assertTrue(before.containsAll(again));
        assertEquals(2, done.get());
    }

    @Test
    void aRunThatIsInterruptedKeepsNoPairThatIsNotWhole() throws Exception {
        CountDownLatch asked = new CountDownLatch(1);
        Thread running = Thread.currentThread();
        Thread user = new Thread(() -> {
            try {
                asked.await();
                running.interrupt();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        user.start();
        AttributionMethod endless = new Asked() {
            @Override
            public Attributed attribute(MethodCase subject, long seed, long budget) throws InterruptedException {
                asked.countDown();
                new CountDownLatch(1).await();
                throw new AssertionError("not interrupted");
            }
        };
        assertThrows(InterruptedException.class, () -> run(List.of(endless), "a", "b", "c"));
        user.join();
        assertEquals(Map.of(), kept);
    }

    @Test
    void aFaultOfOursOnOnePairCostsNoOtherAndIsNotKept() throws Exception {
        AttributionMethod faulty = new Asked() {
            @Override
            public Attributed attribute(MethodCase subject, long seed, long budget) {
                throw new IllegalArgumentException("a fault");
            }
        };
        List<CaseEvaluation> found = run(List.of(faulty), "a", "broken");
        assertTrue(((NotEvaluated) found.get(0)).reason().contains("a fault"), found::toString);
        assertEquals("broken is no image", ((NotEvaluated) found.get(1)).reason());
        assertEquals(Map.of(), kept);
    }

    private static Map<Metric, Double> metrics(CaseEvaluation found, String method) {
        return ((Evaluated) found)
                .methods().stream()
                        .filter(scores -> scores.method().equals(method))
                        .findFirst()
                        .orElseThrow()
                        .metrics();
    }

    private static List<Map<Metric, Double>> withoutTime(Evaluated found) {
        return found.methods().stream()
                .map(scores -> {
                    Map<Metric, Double> metrics = new EnumMap<>(Metric.class);
                    metrics.putAll(scores.metrics());
                    metrics.remove(Metric.SECONDS);
                    return metrics;
                })
                .toList();
    }

    /** A method of a test's own. */
    private abstract static class Asked implements AttributionMethod {

        @Override
        public String name() {
            return "random";
        }

        @Override
        public boolean isRandom() {
            return false;
        }
    }
}
