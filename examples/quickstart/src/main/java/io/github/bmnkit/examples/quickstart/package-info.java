/** One province of the 2569 round, from the official target to its volunteers. */
@NullMarked
package io.github.bmnkit.examples.quickstart;

import org.jspecify.annotations.NullMarked;
