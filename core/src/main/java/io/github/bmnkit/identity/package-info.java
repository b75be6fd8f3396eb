/**
 * Who and where: national IDs, house codes, household ids, names, and the digits and dates in which Thai papers write them.
 * Start at {@link io.github.bmnkit.identity.NationalId}: it reads what people type, says what is wrong without repeating
 * it, and masks itself in {@code toString}.
 *
 * <p>All types are immutable and safe for use by several threads. What identifies a person is shown only by methods
 * whose Javadoc says "unmasked".
 */
@NullMarked
package io.github.bmnkit.identity;

import org.jspecify.annotations.NullMarked;
