package io.github.bmnkit.finding;

/** What came of one check. */
public enum Outcome {
    /** The check was made and holds. */
    PASS,
    /** The check was made and does not hold. */
    FAIL,
    /** The check could not be decided, because something it reads is missing. */
    UNDECIDED,
    /** The check does not apply here. */
    NOT_APPLICABLE,
    /** The check itself broke; nothing is known about the data, and the whole is not in order. */
    ENGINE_FAULT
}
