package io.github.bmnkit.round;

/** What a definition claims to be. */
public enum DefinitionStatus {
    /** As the office in charge decided it. */
    OFFICIAL,
    /** Put together from public sources; nobody in charge has approved it. */
    REFERENCE,
    /** Work in progress. */
    DRAFT
}
