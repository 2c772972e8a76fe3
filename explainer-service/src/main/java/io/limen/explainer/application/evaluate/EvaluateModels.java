package io.limen.explainer.application.evaluate;

import io.limen.explainer.application.Reachability;
import io.limen.explainer.application.Ticker;
import io.limen.explainer.application.evaluate.CaseEvaluation.NotEvaluated;
import io.limen.explainer.application.evaluate.Dataset.UnreadableCaseException;
import io.limen.explainer.application.evaluate.method.AttributionMethod;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/** The use case: every model on every case, by several threads, each pair by one of them. */
public final class EvaluateModels {

    private final EvaluateCase evaluateCase;
    private final EvaluationSettings settings;
    private final EvaluationJournal journal;
    private final EvaluationProgress progress;
    private final int threads;

    /**
     * What is wanted.
     *
     * @param methods whose maps are judged
     * @param oracle makes the map that all others are held against
     * @param reachability tells what of a case can matter
     */
    public record Contest(List<AttributionMethod> methods, AttributionMethod oracle, Reachability reachability) {

        public Contest {
            methods = List.copyOf(methods);
        }

        /** The same between some of the methods. */
        public Contest of(List<AttributionMethod> some) {
            return new Contest(some, oracle, reachability);
        }
    }

    /**
     * @param journal what earlier runs have found, and where everything found is kept
     * @param threads how many pairs at a time, 1 or more
     */
    public EvaluateModels(
            Contest contest,
            EvaluationSettings settings,
            EvaluationJournal journal,
            EvaluationProgress progress,
            int threads,
            Ticker ticker) {
        this.evaluateCase = new EvaluateCase(contest, settings, ticker);
        this.settings = settings;
        this.journal = journal;
        this.progress = progress;
        this.threads = threads;
    }

    /**
     * Evaluates case by case, every model on each, so that a run that is stopped has as much of every model.
     *
     * @return one entry per pair, the cases in the data set's order, the models in theirs
     * @throws InterruptedException when the thread is interrupted; what was found until then is in the journal
     */
    public List<CaseEvaluation> run(List<EvaluatedModel> models, Dataset dataset) throws InterruptedException {
        List<Pair> pairs = pairs(models, dataset);
        List<Optional<CaseEvaluation>> known = pairs.stream()
                .map(pair -> journal.find(pair.model().id(), pair.name(), pair.fingerprint()))
                .toList();
        progress.begins((int) known.stream().filter(Optional::isPresent).count(), pairs.size());
        return together(pairs, known, dataset);
    }

    /** @param repeated whether the case is explained again with another seed, and with shuffled weights */
    private record Pair(EvaluatedModel model, String name, String fingerprint, boolean repeated) {}

    private List<Pair> pairs(List<EvaluatedModel> models, Dataset dataset) {
        List<Pair> pairs = new ArrayList<>();
        List<String> names = dataset.names();
        for (int i = 0; i < names.size(); i++) {
            boolean repeated = i < settings.repeatedCases();
            String fingerprint = fingerprint(dataset, names.get(i)) + (repeated ? " repeated" : "");
            for (EvaluatedModel model : models) {
                pairs.add(new Pair(model, names.get(i), fingerprint, repeated));
            }
        }
        return pairs;
    }

    private static String fingerprint(Dataset dataset, String name) {
        try {
            return dataset.fingerprint(name);
        } catch (UnreadableCaseException e) {
            return "unreadable";
        }
    }

    private List<CaseEvaluation> together(List<Pair> pairs, List<Optional<CaseEvaluation>> known, Dataset dataset)
            throws InterruptedException {
        ExecutorService workers = Executors.newFixedThreadPool(threads);
        try {
            List<Future<CaseEvaluation>> futures = new ArrayList<>();
            for (int i = 0; i < pairs.size(); i++) {
                Pair pair = pairs.get(i);
                Optional<CaseEvaluation> found = known.get(i);
                Callable<CaseEvaluation> work = () -> found.isPresent() ? found.get() : evaluate(pair, dataset);
                futures.add(workers.submit(work));
            }
            List<CaseEvaluation> all = new ArrayList<>();
            for (Future<CaseEvaluation> future : futures) {
                all.add(future.get());
            }
            return all;
        } catch (ExecutionException e) {
            throw new IllegalStateException("a pair of model and case failed: " + e.getCause(), e.getCause());
        } finally {
            workers.shutdownNow();
            workers.awaitTermination(1, TimeUnit.MINUTES);
        }
    }

    private CaseEvaluation evaluate(Pair pair, Dataset dataset) throws InterruptedException {
        CaseEvaluation found;
        try {
            found = evaluateCase.evaluate(pair.model(), dataset.read(pair.name()), pair.repeated());
            journal.save(found, pair.fingerprint());
        } catch (UnreadableCaseException e) {
            found = new NotEvaluated(pair.model().id(), pair.name(), e.getMessage());
        } catch (IllegalArgumentException | IllegalStateException e) {
            // a fault of ours on one pair shall not cost the others; it is not kept, so the next run tries again
            found = new NotEvaluated(pair.model().id(), pair.name(), "internal error: " + e);
        }
        progress.done(found);
        return found;
    }
}
