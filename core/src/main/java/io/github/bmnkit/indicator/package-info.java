/**
 * What the answers mean: whether a household meets each indicator of a survey, and how many of its persons do. Start at
 * {@link io.github.bmnkit.indicator.IndicatorSets}, which has the indicators that are shipped, and
 * {@link io.github.bmnkit.indicator.Indicators}, which evaluates households.
 *
 * <p>What came of many households {@link io.github.bmnkit.indicator.IndicatorTally} counts by village, {@link
 * io.github.bmnkit.indicator.IndicatorTable} sums up for every area, and {@link io.github.bmnkit.indicator.IndicatorReport}
 * shows to those who plan.
 *
 * <p>All types are immutable and safe for use by several threads, but for {@link
 * io.github.bmnkit.indicator.IndicatorTally}, which belongs to one thread at a time.
 */
@NullMarked
package io.github.bmnkit.indicator;

import org.jspecify.annotations.NullMarked;
