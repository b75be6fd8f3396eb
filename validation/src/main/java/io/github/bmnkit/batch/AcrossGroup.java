package io.github.bmnkit.batch;

/** Entries that are compared with one another, coming by in order. What it holds does not grow with them, but for areas. */
sealed interface AcrossGroup permits HouseholdGroup, CollectorGroup, RuleGroup {
    void add(AcrossEntry entry);

    /** Counts and tells what was found, after the last entry. */
    void decide();
}
