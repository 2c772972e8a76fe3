package io.limen.explainer.domain.oracle;

import io.limen.explainer.domain.effect.Effect;
import io.limen.explainer.domain.effect.EffectMoments;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;

/** A table of effects, [blocks][donors], whose row means are the truth: a few large, many small. */
final class PlantedMap {

    static final int BLOCKS = 200;
    static final int DONORS = 100;

    final double[][] effects = new double[BLOCKS][DONORS];
    final double[] truth = new double[BLOCKS];

    PlantedMap() {
        Random random = new Random(11);
        for (int block = 0; block < BLOCKS; block++) {
            double scale = 20 * Math.exp(-block / 20.0);
            for (int donor = 0; donor < DONORS; donor++) {
                effects[block][donor] = -scale * random.nextDouble();
                truth[block] += effects[block][donor] / DONORS;
            }
        }
    }

    /** The oracle's effects of a sample, by so many draws without replacement. */
    OracleMap oracle(int wanted, int draws, Random random) {
        double[] look = new double[BLOCKS];
        for (int block = 0; block < BLOCKS; block++) {
            look[block] = Math.abs(effects[block][random.nextInt(DONORS)]);
        }
        StratifiedSample sample = StratifiedSample.draw(look, wanted, random);
        Map<Integer, OracleEffect> measured = new HashMap<>();
        sample.sampled().forEach(block -> measured.put(block, OracleEffect.of(moments(block, draws, random), DONORS)));
        return new OracleMap(sample, measured);
    }

    private EffectMoments moments(int block, int draws, Random random) {
        List<Integer> donors =
                new ArrayList<>(IntStream.range(0, DONORS).boxed().toList());
        Collections.shuffle(donors, random);
        EffectMoments moments = EffectMoments.NONE;
        for (int donor : donors.subList(0, draws)) {
            moments = moments.add(new Effect(effects[block][donor], 0));
        }
        return moments;
    }

    /** The truth, each block off by its own known error. */
    List<Estimate> offBy(double[] errors) {
        return IntStream.range(0, BLOCKS)
                .mapToObj(block -> new Estimate(truth[block] + errors[block], 0.1, true, false))
                .toList();
    }
}
