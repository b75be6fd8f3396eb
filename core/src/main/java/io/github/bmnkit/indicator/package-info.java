/**
 * What the answers mean: whether a household meets each indicator of a survey, and how many of its persons do. Start at
 * {@link io.github.bmnkit.indicator.IndicatorSets}, which has the indicators that are shipped, and
 * {@link io.github.bmnkit.indicator.Indicators}, which evaluates households.
 *
 * <p>All types are immutable and safe for use by several threads.
 */
@NullMarked
package io.github.bmnkit.indicator;

import org.jspecify.annotations.NullMarked;
