package io.github.bmnkit.certification;

import io.github.bmnkit.finding.Text;

/** How far a unit has come. A change of the data beneath takes it back to {@link #OPEN}. */
public enum Stage {
    /** Nothing has been presented, or what was presented has changed since. */
    OPEN("เปิด", "open"),
    /** Open, and everything is there to be presented; derived from the facts, never kept. */
    READY("พร้อมนำเสนอ", "ready"),
    /** The result lies before those who certify. */
    PRESENTED("นำเสนอแล้ว", "presented"),
    /** The papers are issued. */
    CERTIFIED("รับรองแล้ว", "certified"),
    /** The papers are on their way to the level above. */
    SUBMITTED("จัดส่งแล้ว", "submitted"),
    /** All papers have reached the level above. */
    RECEIVED("ถึงระดับเหนือขึ้นไปแล้ว", "received");

    private final Text text;

    Stage(String th, String en) {
        text = Text.of(th, en);
    }

    /**
     * Returns the name of the stage.
     *
     * @return the name in Thai and English
     */
    public Text text() {
        return text;
    }

    /**
     * Tells whether a unit of this stage has come as far as another stage.
     *
     * @param other a stage
     * @return true if it is there or further
     */
    public boolean isAtLeast(Stage other) {
        return compareTo(other) >= 0;
    }
}
