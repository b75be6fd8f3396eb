package io.github.bmnkit.expression;

import io.github.bmnkit.finding.Text;

/**
 * Why there is no value. The order is the order of badness: where several answers are missing, the worst one names the
 * kind of what is computed from them.
 */
public enum Missing {
    /** The question was not relevant, or there is no such member. */
    NOT_ASKED(0, "ไม่ถูกถาม", "not asked"),
    /** In a draft: not yet answered, and then it outweighs every other kind. In a complete response: left blank. */
    NOT_ANSWERED(1, "ยังไม่ตอบ", "not answered"),
    /** The informant refused to answer. */
    REFUSED(2, "ไม่ยินดีตอบ", "refused"),
    /** The informant does not know. */
    DONT_KNOW(3, "ไม่ทราบ", "don't know"),
    /** An answer that cannot be read, a calculation out of range, a parameter that is not set, a code without a role. */
    INVALID(4, "ไม่ถูกต้อง", "invalid");

    private static final Missing[] KINDS = values();

    private final int rank;
    private final String th;
    private final String en;

    Missing(int rank, String th, String en) {
        this.rank = rank;
        this.th = th;
        this.en = en;
    }

    /**
     * Returns the worse of two kinds.
     *
     * @param other the other kind
     * @return the kind that comes later in the order of badness
     */
    public Missing worse(Missing other) {
        return rank >= other.rank ? this : other;
    }

    /**
     * Returns what to call this kind.
     *
     * @return the name in Thai and English
     */
    public Text text() {
        return Text.of(th, en);
    }

    /** Returns the place in the order of badness, from 0. */
    int rank() {
        return rank;
    }

    static Missing ofRank(int rank) {
        return KINDS[rank];
    }
}
