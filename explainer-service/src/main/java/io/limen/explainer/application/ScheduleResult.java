package io.limen.explainer.application;

import io.limen.explainer.domain.attribution.BlockEffect;
import io.limen.explainer.domain.attribution.ScreeningAudit;
import io.limen.explainer.domain.image.Window;
import java.util.List;
import java.util.Optional;

/**
 * What a schedule found.
 *
 * @param effects one per treated block, in their order
 * @param audit of screening; empty when the budget ended before it
 * @param kept the part of the input that gives the region the same output as the whole
 */
record ScheduleResult(List<BlockEffect> effects, Optional<ScreeningAudit> audit, Window kept) {}
