package io.github.bmnkit.response;

import static java.util.Objects.requireNonNull;

import io.github.bmnkit.finding.DocumentFinding;
import io.github.bmnkit.finding.Finding;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Iterator;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/** Splits a stream at its line feeds; holds no more of it than one piece and one line within the limit. */
final class LineSplitter implements Iterator<ResponseLine> {
    private static final int PIECE = 1 << 16;
    private static final int FIRST_LINE = 1 << 12;

    private final InputStream in;
    private final int limit;
    private final byte[] piece = new byte[PIECE];
    private int at;
    private int end;
    private byte[] line = new byte[FIRST_LINE];
    private int length;
    private boolean tooLong;
    private long offset;
    private long number;
    private boolean ended;
    private @Nullable ResponseLine next;

    LineSplitter(InputStream in, int limit) {
        this.in = requireNonNull(in, "in");
        this.limit = limit;
    }

    @Override
    public boolean hasNext() {
        while (next == null && !ended) {
            next = split();
        }
        return next != null;
    }

    @Override
    public ResponseLine next() {
        if (!hasNext()) {
            throw new NoSuchElementException("no line after line " + number);
        }
        ResponseLine line = requireNonNull(next);
        next = null;
        return line;
    }

    /** Takes the next line off the stream; null if it is blank. */
    private @Nullable ResponseLine split() {
        long start = offset;
        number++;
        length = 0;
        tooLong = false;
        try {
            takeToLineFeed();
        } catch (IOException e) {
            ended = true;
            return ResponseLine.unread(number, start, Finding.of(DocumentFinding.UNREADABLE));
        }
        if (length > 0 && line[length - 1] == '\r') {
            length--;
        }
        if (tooLong || length > limit) {
            return ResponseLine.unread(
                    number, start, Finding.of(DocumentFinding.TOO_LARGE).with("limit", limit));
        }
        return isBlank() ? null : ResponseLine.of(number, start, Arrays.copyOf(line, length));
    }

    private void takeToLineFeed() throws IOException {
        while (true) {
            if (at == end) {
                at = 0;
                end = in.read(piece);
                if (end < 0) {
                    end = 0;
                    ended = true;
                    return;
                }
            }
            int stop = at;
            while (stop < end && piece[stop] != '\n') {
                stop++;
            }
            take(stop - at);
            offset += stop - at;
            at = stop;
            if (at < end) {
                at++;
                offset++;
                return;
            }
        }
    }

    /** One byte more than the limit is kept: it may be the carriage return. */
    private void take(int count) {
        long needed = (long) length + count;
        if (tooLong || needed > limit + 1L) {
            tooLong = true;
            length = 0;
            return;
        }
        if (needed > line.length) {
            line = Arrays.copyOf(line, (int) Math.min(limit + 1L, Math.max(needed, 2L * line.length)));
        }
        System.arraycopy(piece, at, line, length, count);
        length += count;
    }

    private boolean isBlank() {
        int from = ResponseReader.markLength(line, 0, length);
        for (int i = from; i < length; i++) {
            if (line[i] != ' ' && line[i] != '\t' && line[i] != '\r') {
                return false;
            }
        }
        return true;
    }
}
