package org.claimtrail.cli.verify;

import java.util.Locale;

/** The rows of desks, of who works on them, and of the records that they have. */
final class DeskRows {

    private final Expected expected;

    DeskRows(Expected expected) {
        this.expected = expected;
    }

    /** Plays the events of a desk: who came, became something else, and left. */
    void desk(Subject subject) {
        for (StoredEvent event : subject.events()) {
            switch (event.leaf().type()) {
                case "desk.created" ->
                    expected.row(StateTable.DESK, subject.id())
                            .set("name", event.text("name"))
                            .set("created_at", event.leaf().at())
                            .set("closed_at", null);
                case "desk.closed" -> closed(subject.id(), event);
                case "desk.member_added", "desk.member_changed" ->
                    expected.row(StateTable.DESK_MEMBER, subject.id(), member(event))
                            .set("role", String.valueOf(event.text("role")).toUpperCase(Locale.ROOT));
                case "desk.member_removed" ->
                    expected.of(StateTable.DESK_MEMBER).remove(subject.id() + "/" + member(event));
                default -> {
                    // it changes no row known here
                }
            }
        }
    }

    /** The desk a record was given to last. Of an erased record the log no longer tells which: only that there is one. */
    void record(Subject subject) {
        for (StoredEvent event : subject.events()) {
            String type = event.leaf().type();
            if (type.endsWith(".assigned") || type.endsWith(".transferred")) {
                Expected.Row row = expected.row(StateTable.RECORD_DESK, subject.id());
                if (!event.isErased()) {
                    row.set("desk", event.text("desk"));
                }
            }
        }
    }

    private void closed(String id, StoredEvent event) {
        Expected.Row row = expected.of(StateTable.DESK).get(id);
        if (row != null) {
            row.set("closed_at", event.leaf().at());
        }
    }

    private static String member(StoredEvent event) {
        return String.valueOf(event.text("member"));
    }
}
