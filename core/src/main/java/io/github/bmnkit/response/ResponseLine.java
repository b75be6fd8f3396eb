package io.github.bmnkit.response;

import io.github.bmnkit.finding.Finding;
import org.jspecify.annotations.Nullable;

/**
 * One line of a stream of responses, split off but not read yet. It holds a copy of its bytes and may be handed to
 * another thread, where {@link ResponseLines#read(ResponseLine)} reads it.
 */
public final class ResponseLine {
    private static final byte[] NOTHING = {};

    private final long number;
    private final long offset;
    private final byte[] bytes;
    private final @Nullable Finding fault;

    private ResponseLine(long number, long offset, byte[] bytes, @Nullable Finding fault) {
        this.number = number;
        this.offset = offset;
        this.bytes = bytes;
        this.fault = fault;
    }

    static ResponseLine of(long number, long offset, byte[] bytes) {
        return new ResponseLine(number, offset, bytes, null);
    }

    static ResponseLine unread(long number, long offset, Finding fault) {
        return new ResponseLine(number, offset, NOTHING, fault);
    }

    /**
     * Returns which line of the stream it is, blank lines counted.
     *
     * @return the number, from 1
     */
    public long number() {
        return number;
    }

    /**
     * Returns where the line begins.
     *
     * @return the number of bytes before it in the stream
     */
    public long offset() {
        return offset;
    }

    /**
     * Returns how long the line is, without what ends it.
     *
     * @return the number of bytes; 0 for a line that was not taken in, as {@link ResponseLines#read(ResponseLine)} says
     */
    public int size() {
        return bytes.length;
    }

    /** Not to be changed. */
    byte[] bytes() {
        return bytes;
    }

    /** Why the line was not taken in; null if it was. */
    @Nullable
    Finding fault() {
        return fault;
    }

    /** Shows number, offset and size only: answers may be personal. */
    @Override
    public String toString() {
        return "ResponseLine[" + number + ", offset=" + offset + ", size=" + bytes.length + "]";
    }
}
