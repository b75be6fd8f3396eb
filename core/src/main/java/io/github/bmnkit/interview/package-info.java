/**
 * Answering a form step by step. Start with {@link io.github.bmnkit.interview.Interview}: each answer gives the next
 * interview and says what it changed.
 *
 * <p>All types are immutable and safe for use by several threads.
 */
@NullMarked
package io.github.bmnkit.interview;

import org.jspecify.annotations.NullMarked;
