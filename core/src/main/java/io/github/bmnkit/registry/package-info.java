/**
 * The member registers of the department's bureaus beside the household data (part 3 of the papers of the round): who
 * is in which group, in which role and for how long, and which surveyed member that is. Start at {@link
 * io.github.bmnkit.registry.Memberships#readCsv}, which reads a register by its {@link
 * io.github.bmnkit.registry.RegisterCatalogue}, and {@link io.github.bmnkit.registry.RegistryLinker}, past which the
 * host streams its households.
 *
 * <p>All types are immutable and safe for use by several threads, but for the linker, which belongs to one.
 */
@NullMarked
package io.github.bmnkit.registry;

import org.jspecify.annotations.NullMarked;
