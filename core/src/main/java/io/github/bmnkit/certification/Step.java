package io.github.bmnkit.certification;

import io.github.bmnkit.finding.Text;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/** A step of a unit: from which stages it is taken, and to which it leads. This is the table of the process. */
public enum Step {
    /** A village's data are there or have changed: the village and all units above it are open again. */
    REPORT("รายงานข้อมูล", "report", EnumSet.complementOf(EnumSet.of(Stage.READY)), Stage.OPEN),
    /** The result is put before those who certify. */
    PRESENT("นำเสนอ", "present", EnumSet.of(Stage.OPEN), Stage.PRESENTED),
    /** One of those who certify signs. */
    SIGN("ลงนาม", "sign", EnumSet.of(Stage.PRESENTED), Stage.PRESENTED),
    /** The papers of the level are issued. */
    CERTIFY("ออกคำรับรอง", "certify", EnumSet.of(Stage.PRESENTED), Stage.CERTIFIED),
    /** The papers are sent to the level above. */
    SUBMIT("จัดส่ง", "submit", EnumSet.of(Stage.CERTIFIED), Stage.SUBMITTED),
    /** Papers have reached the level above; with the last of them the unit is received. */
    RECEIVE("รับเอกสาร", "receive", EnumSet.of(Stage.SUBMITTED), Stage.RECEIVED),
    /** A unit, and all between it and the one that returns it, are open again; an extension. */
    RETURN(
            "ส่งกลับ",
            "return",
            EnumSet.of(Stage.PRESENTED, Stage.CERTIFIED, Stage.SUBMITTED, Stage.RECEIVED),
            Stage.OPEN);

    private final Text text;
    private final Set<Stage> from;
    private final Stage to;

    Step(String th, String en, Set<Stage> from, Stage to) {
        text = Text.of(th, en);
        this.from = Collections.unmodifiableSet(from);
        this.to = to;
    }

    /**
     * Returns the name of the step.
     *
     * @return the name in Thai and English
     */
    public Text text() {
        return text;
    }

    /**
     * Returns the stages from which the step is taken.
     *
     * @return the stages; {@link Stage#READY} counts as {@link Stage#OPEN}
     */
    public Set<Stage> from() {
        return from;
    }

    /**
     * Returns the stage to which the step leads.
     *
     * @return the stage
     */
    public Stage to() {
        return to;
    }
}
