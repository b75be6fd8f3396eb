package io.github.bmnkit.certification;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/** The lines of a stream, none of which takes more memory than a line may. */
final class LedgerLines {
    private final InputStream in;
    private final int maxLength;
    private final byte[] buffer;
    private int start;
    private int end;

    LedgerLines(InputStream in, int maxLength) {
        this.in = in;
        this.maxLength = maxLength;
        buffer = new byte[2 * maxLength];
    }

    /** The next line with its end, if it has one; its beginning, if it is too long; empty at the end of the stream. */
    byte[] next() throws IOException {
        int at = start;
        while (true) {
            while (at < end && at - start < maxLength) {
                if (buffer[at++] == '\n') {
                    return take(at);
                }
            }
            if (at - start == maxLength) {
                return take(at);
            }
            if (end == buffer.length) {
                System.arraycopy(buffer, start, buffer, 0, end - start);
                at -= start;
                end -= start;
                start = 0;
            }
            int read = in.read(buffer, end, buffer.length - end);
            if (read < 0) {
                return take(end);
            }
            end += read;
        }
    }

    private byte[] take(int to) {
        byte[] line = Arrays.copyOfRange(buffer, start, to);
        start = to;
        return line;
    }
}
