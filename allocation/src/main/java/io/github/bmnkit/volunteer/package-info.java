/**
 * How many volunteers the targets need. Start at {@link io.github.bmnkit.volunteer.VolunteerPlan}; {@link
 * io.github.bmnkit.volunteer.PlanReport} shows targets and volunteers on a page.
 *
 * <p>All types are immutable and safe for use by several threads.
 */
@NullMarked
package io.github.bmnkit.volunteer;

import org.jspecify.annotations.NullMarked;
