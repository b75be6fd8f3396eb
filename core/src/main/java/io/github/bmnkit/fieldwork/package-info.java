/**
 * Who does the work, and what happens in the field. Start at {@link io.github.bmnkit.fieldwork.FieldworkRecords}, which
 * reads what an office keeps of the work and tells who may act where and when and what is still to be done, and at {@link
 * io.github.bmnkit.fieldwork.HouseholdEvent}: what can happen to a household until its data are confirmed. {@link
 * io.github.bmnkit.fieldwork.ActionPlan} and {@link io.github.bmnkit.fieldwork.Roles} are the plan and the roles of the
 * papers.
 *
 * <p>All types are immutable and safe for use by several threads.
 */
@NullMarked
package io.github.bmnkit.fieldwork;

import org.jspecify.annotations.NullMarked;
