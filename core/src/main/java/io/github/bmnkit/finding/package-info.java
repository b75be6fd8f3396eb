/**
 * What is wrong or noteworthy, anywhere: a {@link io.github.bmnkit.finding.Finding} says what (code), how grave
 * (severity), with which result (outcome) and where (place), and reads in Thai and English.
 * Start at {@link io.github.bmnkit.finding.Reading}: everything that reads data returns the good part and the findings.
 *
 * <p>All types are immutable and safe for use by several threads.
 */
@NullMarked
package io.github.bmnkit.finding;

import org.jspecify.annotations.NullMarked;
