package io.github.bmnkit.batch;

import io.github.bmnkit.finding.Outcome;

/**
 * What a household, or one of its members, brings to a check across households. All hashes are keyed.
 *
 * @param check the place of the rule among those across households, or {@link #HOUSEHOLD} or {@link #COLLECTOR}
 * @param high the first half of the hash of what is compared
 * @param low the second half
 * @param facet for a household what is known of it: {@link #ITSELF}, {@link #NAMELESS}, {@link #PERSON}, or
 *     {@link #AMOUNT} and those after it; otherwise 0
 * @param facetHigh the first half of the hash of a person
 * @param facetLow the second half
 * @param member the member's key; 0 for the household
 * @param detail the village of the household, an amount, or the id of the collector; empty if it is not known or there is
 *     none
 * @param decided why a rule is not a matter of other households; PASS if it is
 */
record AcrossKey(
        int check,
        long high,
        long low,
        int facet,
        long facetHigh,
        long facetLow,
        int member,
        String detail,
        Outcome decided) {
    /** What households are joined by. */
    static final int HOUSEHOLD = -2;

    /** Who collected. */
    static final int COLLECTOR = -1;

    /** The household was there. */
    static final int ITSELF = 0;

    /** A member whom nothing identifies. */
    static final int NAMELESS = 1;

    /** A member with a national ID. */
    static final int PERSON = 2;

    /** The first of the amounts. */
    static final int AMOUNT = 3;

    static AcrossKey ofRule(int rule, int member, Outcome decided, long high, long low) {
        return new AcrossKey(rule, high, low, 0, 0, 0, member, "", decided);
    }
}
