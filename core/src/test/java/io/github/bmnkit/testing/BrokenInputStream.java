package io.github.bmnkit.testing;

import java.io.IOException;
import java.io.InputStream;

/** A stream whose source has gone away. */
public final class BrokenInputStream extends InputStream {
    @Override
    public int read() throws IOException {
        throw new IOException("the source is gone");
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        return read();
    }
}
