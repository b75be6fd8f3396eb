/**
 * What was decided for a year: targets by province and period, deadlines, households per volunteer, papers by level; all
 * of it data. Start at {@link io.github.bmnkit.round.SurveyRounds}, which has the round of B.E. 2569.
 *
 * <p>All types are immutable and safe for use by several threads.
 */
@NullMarked
package io.github.bmnkit.round;

import org.jspecify.annotations.NullMarked;
