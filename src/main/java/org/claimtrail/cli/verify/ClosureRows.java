package org.claimtrail.cli.verify;

import java.util.Locale;

/** The rows that close a record to readers: withheld until it is released, or erased for good. */
final class ClosureRows {

    private final Expected expected;

    ClosureRows(Expected expected) {
        this.expected = expected;
    }

    /** Plays the events of a record. */
    void record(Subject subject) {
        for (StoredEvent event : subject.events()) {
            LeafEvent leaf = event.leaf();
            if (leaf.type().endsWith(".withheld")) {
                closed(subject, event, "WITHHELD").set("since", leaf.at());
            } else if (leaf.type().endsWith(".released")) {
                expected.of(StateTable.RECORD_CLOSURE).remove(subject.id());
            } else if (leaf.erases()) {
                closed(subject, event, "ERASED"); // erased again, it tells of the first time
            }
        }
    }

    private Expected.Row closed(Subject subject, StoredEvent event, String state) {
        return expected.row(StateTable.RECORD_CLOSURE, subject.id())
                .set("state", state)
                .set("ground", event.leaf().reason().toUpperCase(Locale.ROOT))
                .set("event_id", event.id());
    }
}
