package org.claimtrail.history;

import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.ApplicationScoped;
import org.claimtrail.audit.AuditEvents;

/** What the routes of every kind of record work with. */
@ApplicationScoped
public class HistoryReads {

    private final RecordReader reader;
    private final Answers answers;
    private final AuditEvents events;
    private final Withholdings withholdings;
    private final Erasures erasures;
    private final SecurityIdentity identity;

    HistoryReads(
            RecordReader reader,
            Answers answers,
            AuditEvents events,
            Withholdings withholdings,
            Erasures erasures,
            SecurityIdentity identity) {
        this.reader = reader;
        this.answers = answers;
        this.events = events;
        this.withholdings = withholdings;
        this.erasures = erasures;
        this.identity = identity;
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

    Withholdings withholdings() {
        return withholdings;
    }

    Erasures erasures() {
        return erasures;
    }

    /** The pseudonym of who acts; asked for only behind a permission. */
    String actor() {
        return identity.getPrincipal().getName();
    }
}
