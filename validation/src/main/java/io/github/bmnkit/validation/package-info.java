/**
 * Checking a household against its form and rules. Start with {@link io.github.bmnkit.validation.HouseholdValidator}: a
 * response, a draft or an interview goes in, and a {@link io.github.bmnkit.validation.ValidationReport} comes out.
 *
 * <p>All types are immutable and safe for use by several threads.
 */
@NullMarked
package io.github.bmnkit.validation;

import org.jspecify.annotations.NullMarked;
