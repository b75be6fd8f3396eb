package io.github.bmnkit.quota;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;

/** The lines of a stream, each with what ends it. Of a line beyond the limit only its beginning is kept. */
final class Lines {
    private final InputStream in;
    private final int limit;
    private final byte[] buffer = new byte[64 << 10];
    private final ByteArrayOutputStream line = new ByteArrayOutputStream();
    private int at;
    private int end;
    private int number;

    Lines(InputStream in, int limit) {
        this.in = in;
        this.limit = limit;
    }

    /** Takes the next line; false at the end of the stream. */
    boolean next() throws IOException {
        line.reset();
        boolean some = false;
        while (true) {
            if (at == end) {
                at = 0;
                end = Math.max(0, in.read(buffer));
                if (end == 0) {
                    number += some ? 1 : 0;
                    return some;
                }
            }
            some = true;
            int stop = at;
            while (stop < end && buffer[stop] != '\n') {
                stop++;
            }
            line.write(buffer, at, Math.min(stop - at, limit - Math.min(limit, line.size())));
            at = stop;
            if (at < end) {
                at++;
                line.write('\n');
                number++;
                return true;
            }
        }
    }

    byte[] bytes() {
        return line.toByteArray();
    }

    /** The number of the line, from 1. */
    int number() {
        return number;
    }

    boolean isBlank() {
        for (byte each : line.toByteArray()) {
            if (each > ' ' || each < 0) {
                return false;
            }
        }
        return true;
    }
}
