package org.claimtrail.exchange.imports;

import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;

/** Counts what becomes of the lines of a file. */
final class Receipt {

    private static final int SHOWN = 100;

    private final NavigableMap<Long, Refusal> refusals = new TreeMap<>();
    private long recorded;
    private long known;
    private long refused;

    void recorded(int lines) {
        recorded += lines;
    }

    void known(int lines) {
        known += lines;
    }

    void refused(Refusal refusal) {
        refused++;
        refusals.put(refusal.line(), refusal);
        if (refusals.size() > SHOWN) {
            refusals.pollLastEntry();
        }
    }

    Received received() {
        return new Received(recorded + known + refused, recorded, known, refused, List.copyOf(refusals.values()));
    }
}
