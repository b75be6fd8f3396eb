/** From the official target of one province to a made-up door and to what a made-up district sends in. */
@NullMarked
package io.github.bmnkit.examples.quickstart;

import org.jspecify.annotations.NullMarked;
