/**
 * Targets down the tree of areas and across periods. Start at {@link io.github.bmnkit.quota.QuotaPlan}: the official
 * table is imposed, never recomputed, and from there a cascade goes down to the villages of a register. Then {@link
 * io.github.bmnkit.quota.Confirmation} (what the offices answer), {@link io.github.bmnkit.quota.TargetList} (which
 * households it is) and {@link io.github.bmnkit.quota.Reallocation} (what moves when villages change).
 *
 * <p>All types are immutable and safe for use by several threads, but for the builder of a re-allocation.
 */
@NullMarked
package io.github.bmnkit.quota;

import org.jspecify.annotations.NullMarked;
