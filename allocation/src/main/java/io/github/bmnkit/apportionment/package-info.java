/**
 * One whole number into whole shares, exactly: {@link io.github.bmnkit.apportionment.ApportionmentProblem} names the
 * method, the total and the units, and its {@code solve()} gives the shares with the evidence for them, or all reasons
 * why there are none. Ties are never decided silently: they are reported, and resolved by the order of the codes or by
 * a recorded draw of lots. Two-way tables have doors of their own: {@link
 * io.github.bmnkit.apportionment.ControlledRounding} rounds fractions so that rows, columns and running sums stay within 1,
 * {@link io.github.bmnkit.apportionment.BiproportionalProblem} fills given margins in proportion both ways. Their ties are
 * reported, and resolved by the order of the codes alone.
 *
 * <p>All types are immutable and safe for use by several threads. There is no floating point in this package.
 */
@NullMarked
package io.github.bmnkit.apportionment;

import org.jspecify.annotations.NullMarked;
