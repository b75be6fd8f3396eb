package io.github.bmnkit.finding;

/** How grave a finding is, in the terms of survey data editing (UNECE, <i>Glossary on Statistical Data Editing</i>). */
public enum Severity {
    /** A hard edit: the data cannot be right as they stand. */
    ERROR,
    /** A soft edit: unlikely, to be looked at; it may be accepted with a reason. */
    WARNING,
    /** Worth knowing; nothing is asked of anybody. */
    INFO
}
