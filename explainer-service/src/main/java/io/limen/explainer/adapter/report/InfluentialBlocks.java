package io.limen.explainer.adapter.report;

import io.limen.explainer.adapter.report.ReportView.Bar;
import io.limen.explainer.adapter.report.ReportView.BlockRow;
import io.limen.explainer.domain.attribution.AttributionMap;
import io.limen.explainer.domain.attribution.BlockEffect;
import io.limen.explainer.domain.image.Block;
import io.limen.explainer.domain.image.RegionEdge;
import io.limen.explainer.domain.image.RegionEdge.Gap;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** The rows of the table of blocks: significant ones before others, strongest first. */
final class InfluentialBlocks {

    /** As many as one reads. */
    private static final int ROWS = 10;

    private InfluentialBlocks() {}

    static List<BlockRow> of(AttributionMap map) {
        List<BlockEffect> strongest = map.effects().stream()
                .filter(effect -> effect.ate() != 0)
                .sorted(Comparator.comparing(BlockEffect::significant)
                        .thenComparingDouble(effect -> Math.abs(effect.ate()))
                        .reversed())
                .limit(ROWS)
                .toList();
        double reach = strongest.stream()
                .mapToDouble(effect -> Math.abs(effect.ate()) + effect.standardError())
                .max()
                .orElse(1);
        List<BlockRow> rows = new ArrayList<>();
        RegionEdge edge = new RegionEdge(map.region());
        for (BlockEffect effect : strongest) {
            rows.add(row(rows.size() + 1, effect, edge, reach));
        }
        return rows;
    }

    private static BlockRow row(int rank, BlockEffect effect, RegionEdge edge, double reach) {
        Block block = effect.block();
        return new BlockRow(
                rank,
                where(block, edge),
                "rows %d\u2013%d, columns %d\u2013%d"
                        .formatted(block.y(), block.y() + block.height() - 1, block.x(), block.x() + block.width() - 1),
                Numbers.effect(effect.ate(), reach),
                Numbers.magnitude(effect.standardError(), reach),
                effect.draws(),
                effect.significant(),
                effect.ate() < 0,
                bar(effect.ate(), effect.standardError(), reach));
    }

    /** Direction and distance of the block's nearest pixel from the region's nearest. */
    private static String where(Block block, RegionEdge edge) {
        // half a pixel inside the block, so that a block that touches the region's side has a direction too
        Gap gap = edge.from(block.y() + 0.5, block.x() + 0.5, block.height() - 1, block.width() - 1);
        String vertical = gap.down() > 0 ? "above" : gap.down() < 0 ? "below" : "";
        String horizontal = gap.right() > 0 ? "left" : gap.right() < 0 ? "right" : "";
        String direction =
                vertical.isEmpty() || horizontal.isEmpty() ? vertical + horizontal : vertical + " " + horizontal;
        double distance = Math.hypot(beyondHalf(gap.down()), beyondHalf(gap.right()));
        return distance < 1 ? direction + ", adjacent" : direction + ", " + Math.round(distance) + " px away";
    }

    private static double beyondHalf(double gap) {
        return Math.max(0, Math.abs(gap) - 0.5);
    }

    /** From zero in the middle to the effect; the reach is at the ends. */
    static Bar bar(double ate, double standardError, double reach) {
        double zero = 50;
        double end = zero + 50 * ate / reach;
        double whisker = 50 * standardError / reach;
        return new Bar(
                percent(Math.min(zero, end)),
                percent(Math.abs(end - zero)),
                percent(end - whisker),
                percent(2 * whisker));
    }

    private static String percent(double value) {
        return String.format(Locale.ROOT, "%.2f%%", value);
    }
}
