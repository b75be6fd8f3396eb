/**
 * What was answered. Start with {@link io.github.bmnkit.response.HouseholdResponse}: one household's answers, compact and
 * immutable; {@link io.github.bmnkit.response.ResolvedHousehold} is the same seen through its form.
 *
 * <p>All types are immutable and safe for use by several threads, but for {@code ResolvedHousehold}, which belongs to one
 * thread at a time.
 */
@NullMarked
package io.github.bmnkit.response;

import org.jspecify.annotations.NullMarked;
