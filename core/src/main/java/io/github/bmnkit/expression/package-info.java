/**
 * The one language of conditions and calculations: a subset of ODK XPath as XLSForm authors write it, with exact numbers
 * and a third truth value. Start at {@link io.github.bmnkit.expression.Formula}: it reads a text against a
 * {@link io.github.bmnkit.expression.Scope} of names, says everything that is wrong with it, and runs on a
 * {@link io.github.bmnkit.expression.Frame} that holds one household.
 *
 * <p>All types are immutable and safe for use by several threads, but for {@link io.github.bmnkit.expression.Frame},
 * which belongs to one thread at a time.
 */
@NullMarked
package io.github.bmnkit.expression;

import org.jspecify.annotations.NullMarked;
