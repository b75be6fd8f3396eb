/**
 * Giving data to others safely, and giving people what is kept about them. For tables of counts start at {@link
 * io.github.bmnkit.release.ProtectedTable}.
 *
 * <p>All types are immutable and safe for use by several threads, unless they say otherwise.
 */
@NullMarked
package io.github.bmnkit.release;

import org.jspecify.annotations.NullMarked;
