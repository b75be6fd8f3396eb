/**
 * Targets down the tree of areas and across periods. Start at {@link io.github.bmnkit.quota.QuotaPlan}: the official
 * table is imposed, never recomputed, and from there a cascade goes down to the villages of a register.
 *
 * <p>All types are immutable and safe for use by several threads.
 */
@NullMarked
package io.github.bmnkit.quota;

import org.jspecify.annotations.NullMarked;
