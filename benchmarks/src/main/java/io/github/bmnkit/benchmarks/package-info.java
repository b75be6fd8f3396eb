/**
 * What the SDK costs, measured with JMH beside its peers. {@code benchmarks/README.md} holds the commands and the figures
 * of one run; all registers here are made up, only the targets of the provinces are official.
 */
@NullMarked
package io.github.bmnkit.benchmarks;

import org.jspecify.annotations.NullMarked;
