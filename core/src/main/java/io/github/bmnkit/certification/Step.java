package io.github.bmnkit.certification;

import io.github.bmnkit.finding.Text;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/** A step of a unit: from which stages it is taken, and to which it leads. This is the table of the process. */
public enum Step {
    /** A village's data are there or have changed: the village and all units above it are open again. */
    REPORT("รายงานข้อมูล", "report", Stage.OPEN),
    /** The result is put before those who certify. */
    PRESENT("นำเสนอ", "present", Stage.PRESENTED),
    /** One of those who certify signs. */
    SIGN("ลงนาม", "sign", Stage.PRESENTED),
    /** The papers of the level are issued. */
    CERTIFY("ออกคำรับรอง", "certify", Stage.CERTIFIED),
    /** The papers are sent to the level above. */
    SUBMIT("จัดส่ง", "submit", Stage.SUBMITTED),
    /** Papers have reached the level above; with the last of them the unit is received. */
    RECEIVE("รับเอกสาร", "receive", Stage.RECEIVED),
    /** A unit, and all between it and the one that returns it, are open again; an extension. */
    RETURN("ส่งกลับ", "return", Stage.OPEN);

    private static final Set<Stage> ANY = Collections.unmodifiableSet(EnumSet.complementOf(EnumSet.of(Stage.READY)));
    private static final Set<Stage> OPEN = Collections.unmodifiableSet(EnumSet.of(Stage.OPEN));
    private static final Set<Stage> PRESENTED = Collections.unmodifiableSet(EnumSet.of(Stage.PRESENTED));
    private static final Set<Stage> CERTIFIED = Collections.unmodifiableSet(EnumSet.of(Stage.CERTIFIED));
    private static final Set<Stage> SUBMITTED = Collections.unmodifiableSet(EnumSet.of(Stage.SUBMITTED));
    private static final Set<Stage> STANDING =
            Collections.unmodifiableSet(EnumSet.range(Stage.PRESENTED, Stage.RECEIVED));

    private final Text text;
    private final Stage to;

    Step(String th, String en, Stage to) {
        text = Text.of(th, en);
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
        return switch (this) {
            case REPORT -> ANY;
            case PRESENT -> OPEN;
            case SIGN, CERTIFY -> PRESENTED;
            case SUBMIT -> CERTIFIED;
            case RECEIVE -> SUBMITTED;
            case RETURN -> STANDING;
        };
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
