package io.limen.explainer.application;

import io.limen.explainer.domain.attribution.BlockEffect;
import io.limen.explainer.domain.attribution.ScreeningAudit;
import java.util.List;
import java.util.Optional;

/**
 * What a schedule found.
 *
 * @param effects one per treated block, in their order
 * @param audit of screening; empty when the budget ended before it
 */
record ScheduleResult(List<BlockEffect> effects, Optional<ScreeningAudit> audit) {}
