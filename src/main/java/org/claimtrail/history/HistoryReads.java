package org.claimtrail.history;

import jakarta.enterprise.context.ApplicationScoped;
import org.claimtrail.audit.AuditEvents;

/** What the routes of every kind of record read with. */
@ApplicationScoped
public class HistoryReads {

    private final RecordReader reader;
    private final Answers answers;
    private final AuditEvents events;

    HistoryReads(RecordReader reader, Answers answers, AuditEvents events) {
        this.reader = reader;
        this.answers = answers;
        this.events = events;
    }

    RecordReader reader() {
        return reader;
    }

    Answers answers() {
        return answers;
    }

    AuditEvents events() {
        return events;
    }
}
