/** A host's own records, checked by Hibernate Validator: start at {@link io.github.bmnkit.examples.jakarta.Intake}. */
@NullMarked
package io.github.bmnkit.examples.jakarta;

import org.jspecify.annotations.NullMarked;
