/** From the official target of one province to the volunteer at one made-up door. */
@NullMarked
package io.github.bmnkit.examples.quickstart;

import org.jspecify.annotations.NullMarked;
