/**
 * Who vouches for the data: households are confirmed, villages, local authorities, districts and provinces certify, and
 * the department receives. Start at
 * {@link io.github.bmnkit.certification.CertificationDefinitions}.
 *
 * <p>All types are immutable and safe for use by several threads.
 */
@NullMarked
package io.github.bmnkit.certification;

import org.jspecify.annotations.NullMarked;
