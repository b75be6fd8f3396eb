/**
 * Checking many households with bounded memory. Start with {@link io.github.bmnkit.batch.Batch}: a stream of responses
 * goes in, and a {@link io.github.bmnkit.batch.BatchSummary}, which merges with others, comes out. What one household
 * does not decide, {@link io.github.bmnkit.batch.AcrossHouseholds} does: duplicates, collectors, target lists, the last
 * round.
 *
 * <p>Batches, summaries and reports are immutable and safe for use by several threads.
 */
@NullMarked
package io.github.bmnkit.batch;

import org.jspecify.annotations.NullMarked;
