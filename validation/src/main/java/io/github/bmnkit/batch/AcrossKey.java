package io.github.bmnkit.batch;

import io.github.bmnkit.finding.Outcome;

/**
 * What a household, or one of its members, brings to a rule across households.
 *
 * @param rule the place of the rule among those across households
 * @param member the member's key; 0 for the household
 * @param decided why the rule is not a matter of other households; PASS if it is
 * @param high the first half of the keyed hash of the values
 * @param low the second half
 */
record AcrossKey(int rule, int member, Outcome decided, long high, long low) {}
