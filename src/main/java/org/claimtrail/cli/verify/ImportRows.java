package org.claimtrail.cli.verify;

/** The rows of imports, but for how many records they have brought: no event says of a record by which import it came. */
final class ImportRows {

    private final Expected expected;

    ImportRows(Expected expected) {
        this.expected = expected;
    }

    void started(Subject subject) {
        for (StoredEvent event : subject.events()) {
            if (event.leaf().type().equals("import.started")) {
                expected.row(StateTable.RECORD_IMPORT, subject.id())
                        .set("name", event.text("name"))
                        .set("desk", event.text("desk"))
                        .set("actor", event.leaf().actor())
                        .set("started_at", event.leaf().at());
            }
        }
    }
}
