package io.github.bmnkit.response;

/**
 * How far the answers of a household have come. That a household confirmed them is not a state of the answers but an
 * event of certification, bound to their fingerprint.
 */
public enum ResponseState {
    /** The interview goes on: what is not answered is not answered yet. */
    DRAFT,
    /** The interview is over: what is not answered was left blank. */
    COLLECTED,
    /** Answers were corrected after the interview. */
    EDITED
}
