package io.github.bmnkit.validation;

import static java.util.Objects.requireNonNull;

import io.github.bmnkit.fieldwork.ActorId;
import io.github.bmnkit.rule.RuleId;
import java.time.Instant;

/**
 * Somebody's word that what a soft edit found is so. It is bound to the version of the rules and to what the rule read: it
 * lapses when one of those answers changes, or the rules do.
 *
 * @param rule the rule
 * @param rules the coordinate of its set, such as {@code bmn-2560:1.0.0}
 * @param member the key of the member, from 1; 0 for the household
 * @param reason why it is so, in the words of whoever accepts; not blank. It may be personal: it is kept with the response
 * @param by who accepts
 * @param role as what, in the host's words, such as collector
 * @param at when
 * @param digest what the rule read, as a SHA-256 digest of 64 hexadecimal digits. Whoever can guess the answers can check
 *     the guess, so it is kept with the response and erased with it
 */
public record SoftEditAcceptance(
        RuleId rule, String rules, int member, String reason, ActorId by, String role, Instant at, String digest) {
    /**
     * Checks that the parts are there.
     *
     * @param rule the rule
     * @param rules the coordinate of its set
     * @param member the key of the member, from 1; 0 for the household
     * @param reason why it is so; not blank
     * @param by who accepts
     * @param role as what
     * @param at when
     * @param digest what the rule read
     * @throws IllegalArgumentException if the reason is blank
     */
    public SoftEditAcceptance {
        requireNonNull(rule, "rule");
        requireNonNull(rules, "rules");
        requireNonNull(by, "by");
        requireNonNull(role, "role");
        requireNonNull(at, "at");
        requireNonNull(digest, "digest");
        if (reason.isBlank()) {
            throw new IllegalArgumentException("no reason is given for accepting " + rule);
        }
    }

    /** Shows the rule, who and when; the reason may be personal. */
    @Override
    public String toString() {
        return "SoftEditAcceptance[" + rule + " of " + rules + (member == 0 ? "" : ", member=" + member) + ", by=" + by
                + ", at=" + at + "]";
    }
}
