package io.github.bmnkit.response;

import io.github.bmnkit.expression.Truth;

/** In one byte whether a question is to be asked, and in which state its stored answer is. */
final class Situation {
    static final int FALSE = 0;
    static final int TRUE = 1;
    static final int UNKNOWN = 2;

    /** How many numbers there are, some of them for no situation. */
    static final int COUNT = 24;

    private static final int STATE_BITS = 3;
    private static final Truth[] TRUTHS = {Truth.FALSE, Truth.TRUE, Truth.UNKNOWN};

    private Situation() {}

    static byte of(int relevance, byte state) {
        return (byte) (relevance << STATE_BITS | state);
    }

    static int relevance(byte situation) {
        return situation >> STATE_BITS;
    }

    static Truth truth(byte situation) {
        return TRUTHS[relevance(situation)];
    }

    /** One of the constants of {@link Answers}. */
    static byte state(byte situation) {
        return (byte) (situation & (1 << STATE_BITS) - 1);
    }
}
