package org.claimtrail.cli.move;

import java.io.PrintStream;
import java.time.Duration;
import java.util.Locale;
import java.util.function.LongSupplier;

/** Says on the way how far the copy is, every few seconds and at the end of each table. */
final class Progress {

    private static final long PAUSE = Duration.ofSeconds(2).toNanos();
    private static final int LOOK = 256;

    private final PrintStream out;
    private final LongSupplier clock;
    private final long all;
    private String table = "";
    private long ofTable;
    private long inTable;
    private long done;
    private long copied;
    private long begun;
    private long said;

    /**
     * Begins at the first row of all.
     *
     * @param clock in nanoseconds
     */
    Progress(PrintStream out, LongSupplier clock, long all) {
        this.out = out;
        this.clock = clock;
        this.all = all;
        this.said = clock.getAsLong();
    }

    /** From here on the rows are of this table. */
    void table(String name, long rows) {
        table = name;
        ofTable = rows;
        inTable = 0;
    }

    /** One more row is there; it was copied now, or by an earlier run. */
    void row(boolean isNew) {
        if (isNew && copied++ == 0) {
            begun = clock.getAsLong();
        }
        done++;
        inTable++;
        if (inTable == ofTable || (inTable % LOOK == 0 && clock.getAsLong() - said >= PAUSE)) {
            say();
        }
    }

    private void say() {
        said = clock.getAsLong();
        out.printf(
                Locale.ROOT, "%s: %,d of %,d rows; all: %,d of %,d%s%n", table, inTable, ofTable, done, all, speed());
    }

    /** Rows of an earlier run are only read again, which says nothing about those to come. */
    private String speed() {
        double seconds = (said - begun) / 1e9;
        if (copied == 0 || seconds <= 0) {
            return "";
        }
        double rate = copied / seconds;
        return String.format(Locale.ROOT, ", %,.0f a second, %,.0f s left", rate, Math.ceil((all - done) / rate));
    }
}
