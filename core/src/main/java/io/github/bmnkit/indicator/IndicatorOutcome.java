package io.github.bmnkit.indicator;

import io.github.bmnkit.finding.Text;

/** What comes of an indicator for one household. */
public enum IndicatorOutcome {
    /** The household meets the criterion. */
    MET("ผ่าน", "met"),
    /** The household does not meet the criterion. */
    NOT_MET("ไม่ผ่าน", "not met"),
    /** The indicator is not about this household, such as one of children where there are none. */
    NOT_APPLICABLE("ไม่เกี่ยวข้อง", "not applicable"),
    /** It cannot be decided: an answer is missing, or a parameter is not set for the round. */
    INCOMPLETE("ยังสรุปไม่ได้", "incomplete");

    private final Text text;

    IndicatorOutcome(String th, String en) {
        this.text = Text.of(th, en);
    }

    /**
     * Returns what to call this outcome.
     *
     * @return the name in Thai and English
     */
    public Text text() {
        return text;
    }

    /**
     * Tells whether the indicator is about the household and the answer is known.
     *
     * @return true for {@link #MET} and {@link #NOT_MET}
     */
    public boolean isDecided() {
        return this == MET || this == NOT_MET;
    }
}
