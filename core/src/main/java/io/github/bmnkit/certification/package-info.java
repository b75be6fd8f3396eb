/**
 * Who vouches for the data: households are confirmed, villages, local authorities, districts and provinces certify, and
 * the department receives. Start at {@link io.github.bmnkit.certification.Certification}, which decides each step without
 * side effects; {@link io.github.bmnkit.certification.VillageWork} keeps the households of a village, and {@link
 * io.github.bmnkit.certification.Ledger} the events, so that nothing can be changed unseen.
 *
 * <p>All types are immutable and safe for use by several threads, but for {@link
 * io.github.bmnkit.certification.Ledger}, which is safe for use by several threads.
 */
@NullMarked
package io.github.bmnkit.certification;

import org.jspecify.annotations.NullMarked;
