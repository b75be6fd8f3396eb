/**
 * Giving data to others safely, and giving people what is kept about them. For what is kept about one person, and its
 * erasure, start at {@link io.github.bmnkit.release.PersonSearch}.
 *
 * <p>All types are immutable and safe for use by several threads, unless they say otherwise.
 */
@NullMarked
package io.github.bmnkit.release;

import org.jspecify.annotations.NullMarked;
