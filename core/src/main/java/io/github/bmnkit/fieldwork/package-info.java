/**
 * Who does the work, and what happens in the field. Start at {@link io.github.bmnkit.fieldwork.HouseholdEvent}: what
 * can happen to a household from its assignment to a volunteer until its data are confirmed; {@link io.github.bmnkit.fieldwork.Roles} is the catalogue of those who take part.
 *
 * <p>All types are immutable and safe for use by several threads.
 */
@NullMarked
package io.github.bmnkit.fieldwork;

import org.jspecify.annotations.NullMarked;
