/**
 * Giving data to others safely, and giving people what is kept about them. Start at {@link
 * io.github.bmnkit.release.Release} for records of households and members, at {@link
 * io.github.bmnkit.release.ProtectedTable} for tables of counts, and at {@link
 * io.github.bmnkit.release.PersonSearch} for what is kept about one person.
 *
 * <p>All types are immutable and safe for use by several threads, unless they say otherwise.
 */
@NullMarked
package io.github.bmnkit.release;

import org.jspecify.annotations.NullMarked;
