/**
 * How many volunteers the targets need, and who visits which household. Start at {@link
 * io.github.bmnkit.volunteer.VolunteerPlan} for the numbers, which {@link io.github.bmnkit.volunteer.PlanReport} shows on
 * a page, and at {@link io.github.bmnkit.volunteer.VisitProblem} for the visits of a village, of which each volunteer takes
 * a {@link io.github.bmnkit.volunteer.VolunteerList} along.
 *
 * <p>All types are immutable and safe for use by several threads.
 */
@NullMarked
package io.github.bmnkit.volunteer;

import org.jspecify.annotations.NullMarked;
