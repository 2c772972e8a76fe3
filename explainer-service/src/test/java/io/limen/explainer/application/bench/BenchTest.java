package io.limen.explainer.application.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.limen.explainer.application.CaseToExplain;
import io.limen.explainer.application.ExplainCase;
import io.limen.explainer.application.ExplanationOutcome.Explained;
import io.limen.explainer.application.ModelRejectedException;
import io.limen.explainer.application.Progress;
import io.limen.explainer.application.Reachability;
import io.limen.explainer.domain.attribution.Budget;
import io.limen.explainer.domain.attribution.Explanation;
import io.limen.explainer.domain.effect.RegionScore;
import io.limen.explainer.domain.image.Block;
import io.limen.explainer.domain.intervention.DrawSchedule.Published;
import io.limen.explainer.domain.intervention.Intervention;
import io.limen.explainer.domain.intervention.PatchBank;
import io.limen.explainer.domain.oracle.OracleEffect;
import io.limen.explainer.domain.oracle.OracleMap;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class BenchTest {

    private static final BenchSettings WHOLE_BANK = new BenchSettings(400, 12, 3, 1);

    private final LevelModel model = new LevelModel(0.75);
    private final Watch watch = new Watch();
    private long nanoseconds;
    private final ExplainCase explainer = new ExplainCase(() -> nanoseconds += 1_000_000);

    @AfterEach
    void leaveTheThreadAsItWas() {
        Thread.interrupted();
    }

    @Test
    void bothSchedulesAreHeldAgainstTheSameOracle() throws Exception {
        BenchResult result = bench(WHOLE_BANK).run(List.of(subject(model))).get(0);

        assertEquals("level@1", result.model().toString());
        assertEquals("black.png", result.image());
        assertEquals(48, result.blocks());
        assertEquals(12, result.oracleBlocks());
        assertEquals(0, (result.published().forwards() - 1 - 3 * 48) % 50);
        assertTrue(result.published().error().root() > 0, result.published().toString());
        assertTrue(result.adaptive().error().root() > 0, result.adaptive().toString());
        assertTrue(result.published().error().root() < 1, result.published().toString());
        assertTrue(result.adaptive().error().root() < 1, result.adaptive().toString());
        assertTrue(result.published().significant() > 0, result.published().toString());
        assertTrue(result.published().seconds() > 0);
    }

    @Test
    void oracleOfTheWholeBankIsTheTruth() throws Exception {
        Explanation explanation = explanation();

        OracleMap oracle = new Oracle(subject(model), explanation).measure(WHOLE_BANK, Progress.SILENT);

        assertEquals(12, oracle.effects().size());
        for (int position : oracle.sample().sampled()) {
            OracleEffect effect = oracle.effects().get(position);
            Block block = explanation.map().effects().get(position).block();
            assertEquals(truth(explanation, block), effect.mean(), 1e-9);
            assertEquals(0, effect.variance());
        }
        assertTrue(oracle.effects().values().stream().anyMatch(effect -> effect.mean() < -1));
    }

    @Test
    void oracleOfAPartOfTheBankSaysHowFarItMayBeOff() throws Exception {
        Explanation explanation = explanation();
        BenchSettings half = new BenchSettings(20, 48, 3, 1);

        OracleMap oracle = new Oracle(subject(model), explanation).measure(half, Progress.SILENT);

        double squares = 0;
        for (int position : oracle.sample().sampled()) {
            OracleEffect effect = oracle.effects().get(position);
            double off = effect.mean()
                    - truth(
                            explanation,
                            explanation.map().effects().get(position).block());
            squares += effect.variance() == 0 ? 0 : off * off / effect.variance();
            assertTrue(effect.variance() > 0 || Math.abs(off) < 1, "block " + position + " off by " + off);
        }
        long moving = oracle.effects().values().stream()
                .filter(effect -> effect.variance() > 0)
                .count();
        assertTrue(moving > 10, moving + " blocks move");
        assertEquals(1, squares / moving, 0.8);
    }

    @Test
    void seedsAreAveragedAndTheirIntervalsPooled() throws Exception {
        BenchResult one = bench(WHOLE_BANK).run(List.of(subject(model))).get(0);
        BenchResult next = bench(new BenchSettings(400, 12, 4, 1))
                .run(List.of(subject(model)))
                .get(0);
        BenchResult both = bench(new BenchSettings(400, 12, 3, 2))
                .run(List.of(subject(model)))
                .get(0);

        assertEquals(
                (one.published().forwards() + next.published().forwards()) / 2,
                both.published().forwards());
        assertEquals(
                (one.adaptive().error().meanSquare() + next.adaptive().error().meanSquare()) / 2,
                both.adaptive().error().meanSquare(),
                1e-12);
        assertEquals(
                one.published().coverage().plus(next.published().coverage()),
                both.published().coverage());
    }

    @Test
    void progressCountsEveryForwardPassAfterTheWarmUp() throws Exception {
        BenchResult result = bench(WHOLE_BANK).run(List.of(subject(model))).get(0);

        assertTrue(watch.begun, "never told how long it takes");
        assertEquals(watch.expected, watch.done);
        double oracle = 3 * 48 + 12 * LevelModel.DONORS;
        assertTrue(
                watch.done >= result.published().forwards() + result.adaptive().forwards() + oracle,
                watch.done + " counted");
    }

    @Test
    void caseWithoutForegroundIsRefusedByName() {
        ModelRejectedException refused = assertThrows(
                ModelRejectedException.class, () -> bench(WHOLE_BANK).run(List.of(subject(new LevelModel(0)))));

        assertEquals("level@1 on black.png: no foreground", refused.getMessage());
    }

    @Test
    void interruptedThreadStopsBetweenBatches() {
        watch.interruptAt = 100;

        assertThrows(InterruptedException.class, () -> bench(WHOLE_BANK).run(List.of(subject(model))));
        assertTrue(watch.done < 120, watch.done + " forward passes were made");
        assertFalse(Thread.currentThread().isInterrupted());
    }

    @Test
    void noExplanationProfitsFromTheSearchOfAnother() throws Exception {
        List<Integer> searches = new ArrayList<>();
        Supplier<ExplainCase> explainers = () -> {
            int number = searches.size();
            searches.add(0);
            return new ExplainCase(() -> nanoseconds += 1_000_000, (model, subject, bank, leeway) -> {
                searches.set(number, searches.get(number) + 1);
                return Reachability.EVERYTHING.reachable(model, subject, bank, leeway);
            });
        };
        new Bench(explainers, new BenchSettings(400, 12, 3, 2), watch).run(List.of(subject(model)));
        assertEquals(List.of(1, 0, 0, 1, 0, 1), searches, "warm-up, then published and adaptive in turn");
    }

    @Test
    void oracleStopsWhenTheThreadIsInterrupted() throws Exception {
        Oracle oracle = new Oracle(subject(model), explanation());
        long before = model.forwards();

        assertThrows(
                InterruptedException.class,
                () -> oracle.measure(
                        WHOLE_BANK, (done, inAll) -> Thread.currentThread().interrupt()));
        assertTrue(model.forwards() - before < 10, model.forwards() + " forward passes were made");
    }

    @Test
    void settingsThatMeasureNothingAreRefused() {
        assertThrows(IllegalArgumentException.class, () -> new BenchSettings(1, 1, 0, 1));
        assertThrows(IllegalArgumentException.class, () -> new BenchSettings(2, 0, 0, 1));
        assertThrows(IllegalArgumentException.class, () -> new BenchSettings(2, 1, 0, 0));
    }

    private Bench bench(BenchSettings settings) {
        return new Bench(() -> explainer, settings, watch);
    }

    private static BenchCase subject(LevelModel model) {
        CaseToExplain black = new CaseToExplain(
                LevelModel.black(), "a".repeat(64), Optional.empty(), Optional.empty(), Optional.empty());
        return new BenchCase("black.png", black, model);
    }

    private Explanation explanation() {
        BenchCase subject = subject(model);
        return ((Explained) explainer.explain(
                        subject.subject(),
                        model,
                        WHOLE_BANK.explanation(Published.asPublished(), 0, Budget.UNLIMITED),
                        Progress.SILENT))
                .explanation();
    }

    /** The mean effect over every donor. */
    private double truth(Explanation of, Block block) {
        PatchBank bank = model.bank(LevelModel.BLOCK, "");
        RegionScore score = new RegionScore(
                model.segment(of.input()).crop(of.map().region()),
                of.reference().crop(of.map().region()),
                0.5);
        double sum = 0;
        for (int donor = 0; donor < bank.size(); donor++) {
            float[] output = model.segment(LevelModel.treated(of.input(), new Intervention(block, donor), bank))
                    .crop(of.map().region())
                    .probabilities();
            sum += score.effect(output, 0).dicePoints();
        }
        return sum / bank.size();
    }

    private static final class Watch implements BenchWatch {

        private boolean begun;
        private long done;
        private long expected;
        private long interruptAt = Long.MAX_VALUE;

        @Override
        public void begins(Duration time) {
            begun = true;
        }

        @Override
        public void forwards(long now, long inAll) {
            assertTrue(begun, "progress before the beginning");
            assertTrue(now <= inAll, now + " of " + inAll);
            done = now;
            expected = inAll;
            if (now >= interruptAt) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
