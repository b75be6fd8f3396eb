package io.github.bmnkit.expression;

import io.github.bmnkit.finding.Text;

/** What a condition comes to, in Kleene's strong logic of three values. */
public enum Truth {
    /** It does not hold. */
    FALSE("ไม่จริง", "false"),
    /** It holds. */
    TRUE("จริง", "true"),
    /** It cannot be told, since something that it depends on is missing. */
    UNKNOWN("ไม่ทราบผล", "unknown");

    private final String th;
    private final String en;

    Truth(String th, String en) {
        this.th = th;
        this.en = en;
    }

    /**
     * Returns the truth of a Java boolean.
     *
     * @param holds whether it holds
     * @return {@link #TRUE} or {@link #FALSE}
     */
    public static Truth of(boolean holds) {
        return holds ? TRUE : FALSE;
    }

    /**
     * Returns whether both hold.
     *
     * @param other the other truth
     * @return false if one is false, else unknown if one is unknown, else true
     */
    public Truth and(Truth other) {
        if (this == FALSE || other == FALSE) {
            return FALSE;
        }
        return this == TRUE ? other : this;
    }

    /**
     * Returns whether one of the two holds.
     *
     * @param other the other truth
     * @return true if one is true, else unknown if one is unknown, else false
     */
    public Truth or(Truth other) {
        if (this == TRUE || other == TRUE) {
            return TRUE;
        }
        return this == FALSE ? other : this;
    }

    /**
     * Returns the opposite.
     *
     * @return true for false, false for true, unknown for unknown
     */
    public Truth not() {
        return this == UNKNOWN ? UNKNOWN : of(this == FALSE);
    }

    /**
     * Returns what to call this truth.
     *
     * @return the word in Thai and English
     */
    public Text text() {
        return Text.of(th, en);
    }
}
