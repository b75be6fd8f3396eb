/**
 * Forms for other survey tools. Start at {@link io.github.bmnkit.xform.XlsForm}, which writes a form as tables of
 * XLSForm and reads such tables.
 *
 * <p>All types are immutable and safe for use by several threads.
 */
@NullMarked
package io.github.bmnkit.xform;

import org.jspecify.annotations.NullMarked;
