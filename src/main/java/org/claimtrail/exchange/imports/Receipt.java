package org.claimtrail.exchange.imports;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Counts what becomes of the lines of a file. */
final class Receipt {

    private static final int SHOWN = 100;

    private final List<Refusal> refusals = new ArrayList<>();
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
        if (refusals.size() < SHOWN) {
            refusals.add(refusal);
        }
    }

    Received received() {
        List<Refusal> sorted = refusals.stream()
                .sorted(Comparator.comparingLong(Refusal::line))
                .toList();
        return new Received(recorded + known + refused, recorded, known, refused, sorted);
    }
}
