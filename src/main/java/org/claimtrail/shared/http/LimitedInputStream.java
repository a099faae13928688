package org.claimtrail.shared.http;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** A body that refuses to be longer than it may. A connection that breaks off is the client's affair, not a failure. */
final class LimitedInputStream extends FilterInputStream {

    private final long limit;
    private long left;

    LimitedInputStream(InputStream body, long limit) {
        super(body);
        this.limit = limit;
        this.left = limit;
    }

    static Problem tooLarge(long limit) {
        return Problem.of(ProblemType.TOO_LARGE, "The body is larger than the " + limit + " bytes this address takes.");
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        int count = readOn(buffer, offset, length);
        if (count > 0) {
            left -= count;
        }
        if (left < 0) {
            throw tooLarge(limit);
        }
        return count;
    }

    @Override
    public long skip(long count) throws IOException {
        return readNBytes((int) Math.min(count, 8192)).length;
    }

    @Override
    public boolean markSupported() {
        return false;
    }

    private int readOn(byte[] buffer, int offset, int length) {
        try {
            return super.read(buffer, offset, length);
        } catch (IOException e) {
            throw Problem.of(ProblemType.BAD_PARAMETER, "The body broke off before its end.");
        }
    }
}
