/**
 * What must hold of a household, and across households, as data with a status and sources. Start at
 * {@link io.github.bmnkit.rule.RuleSet}, which reads rules against a form and says everything that is wrong with them;
 * {@link io.github.bmnkit.rule.RuleSets} has the rules that are shipped.
 *
 * <p>All types are immutable and safe for use by several threads, but for the builders.
 */
@NullMarked
package io.github.bmnkit.rule;

import org.jspecify.annotations.NullMarked;
