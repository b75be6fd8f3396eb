/**
 * The places of the survey: their codes, and the register of areas, which is one register with two views. Start at
 * {@link io.github.bmnkit.area.AreaRegister}.
 *
 * <p>All types are immutable and safe for use by several threads.
 */
@NullMarked
package io.github.bmnkit.area;

import org.jspecify.annotations.NullMarked;
