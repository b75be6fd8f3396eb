/**
 * Forms in the formats of ODK, so that a form of this SDK can be asked with ODK Collect or any other client built on
 * JavaRosa: {@link io.github.bmnkit.xform.XForm} writes the XML that such a client runs, and {@code XlsForm} reads and
 * writes the tables that authors edit. What a format cannot express is listed as findings, never left out in silence.
 *
 * <p>All types are immutable and safe for use by several threads.
 */
@NullMarked
package io.github.bmnkit.xform;

import org.jspecify.annotations.NullMarked;
