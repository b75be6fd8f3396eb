/**
 * What was answered. Start with {@link io.github.bmnkit.response.HouseholdResponse}: one household's answers, compact and
 * immutable; {@link io.github.bmnkit.response.ResolvedHousehold} is the same seen through its form. {@link
 * io.github.bmnkit.response.ResponseLines} reads and writes many, {@link io.github.bmnkit.response.ResponseTables} writes
 * them for analysts, {@link io.github.bmnkit.response.ResponseDocument} binds in hosts,
 * and {@link io.github.bmnkit.response.ResponseSchema} describes the JSON to those who do without this SDK.
 *
 * <p>All types are immutable and safe for use by several threads, but for {@code ResolvedHousehold}, {@code ResponseLines}
 * and {@code ResponseTables.Table}, which belong to one thread at a time.
 */
@NullMarked
package io.github.bmnkit.response;

import org.jspecify.annotations.NullMarked;
