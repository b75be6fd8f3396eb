/**
 * What is done of the targets. Start at {@link io.github.bmnkit.progress.ProgressCount}, which counts the events of
 * households against a confirmed plan; {@link io.github.bmnkit.progress.ProgressBoard} shows the result, and {@link
 * io.github.bmnkit.progress.BudgetIndicator} reports the indicator of the budget.
 *
 * <pre>{@code
 * ProgressCount count = ProgressCount.of(plan, monday, households::village);
 * events.forEach(event -> count.add(event).ifPresent(findings::add));
 * ProgressSnapshot snapshot = count.snapshot();
 * Share done = snapshot.figures(DistrictCode.of("3601")).share();
 * String page = ProgressBoard.of(snapshot, DistrictCode.of("3601"), season).toHtml(Text.THAI);
 * }</pre>
 *
 * <p>All types are immutable and safe for use by several threads, but for the count.
 */
@NullMarked
package io.github.bmnkit.progress;

import org.jspecify.annotations.NullMarked;
