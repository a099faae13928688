package org.claimtrail.exchange.imports;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import org.claimtrail.shared.http.Problem;
import org.claimtrail.shared.http.ProblemType;

/** The lines of newline-delimited JSON, one after the other, without those that are blank. */
final class Lines {

    /** In bytes: as much as any other body may have. */
    private static final int LONGEST = 1024 * 1024;

    private static final int AT_ONCE = 64 * 1024;

    private final InputStream body;
    private final byte[] buffer = new byte[AT_ONCE];
    private int next;
    private int end;
    private long number;

    Lines(InputStream body) {
        this.body = body;
    }

    /** A line; its number counts all before it, blank ones too. Of one that is too long there are no bytes. */
    record Line(long number, byte[] bytes, boolean isTooLong) {

        /** @throws Problem 413 when it is too long */
        void requireShort() {
            if (isTooLong) {
                throw Problem.of(ProblemType.TOO_LARGE, "A line has at most " + LONGEST + " bytes.");
            }
        }
    }

    /** Empty behind the last one. */
    Optional<Line> next() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        while (more()) {
            number++;
            line.reset();
            boolean fits = readInto(line);
            byte[] bytes = fits ? line.toByteArray() : new byte[0];
            if (!fits || !isBlank(bytes)) {
                return Optional.of(new Line(number, bytes, !fits));
            }
        }
        return Optional.empty();
    }

    private boolean more() throws IOException {
        while (next == end && end >= 0) {
            end = body.read(buffer); // nothing at all may come before the end
            next = Math.min(end, 0);
        }
        return next < end;
    }

    /** Reads on behind the end of the line, and keeps no more than may be there. */
    private boolean readInto(ByteArrayOutputStream line) throws IOException {
        boolean fits = true;
        while (more()) {
            int from = next;
            while (next < end && buffer[next] != '\n') {
                next++;
            }
            fits &= line.size() + next - from <= LONGEST;
            if (fits) {
                line.write(buffer, from, next - from);
            }
            if (next < end) {
                next++;
                return fits;
            }
        }
        return fits;
    }

    private static boolean isBlank(byte[] line) {
        for (byte b : line) {
            if (b != ' ' && b != '\t' && b != '\r') {
                return false;
            }
        }
        return true;
    }
}
