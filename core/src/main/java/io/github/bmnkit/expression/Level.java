package io.github.bmnkit.expression;

/** Where a name has its value. */
public enum Level {
    /** Once in the household. */
    HOUSEHOLD,
    /** Once for each member in the roster. */
    MEMBER
}
