/**
 * Tables as text. Reads and writes CSV (RFC 4180) so that every problem has its line and good rows are kept: {@link
 * io.github.bmnkit.csv.CsvReader}; {@link io.github.bmnkit.csv.TextTable} sets columns for a terminal. Our own small
 * reader, because a general one either stops at its first error or guesses; see {@code docs/decisions}. Not exported.
 */
@NullMarked
package io.github.bmnkit.csv;

import org.jspecify.annotations.NullMarked;
