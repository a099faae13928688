package org.claimtrail.exchange.imports;

import org.claimtrail.audit.Audience;
import org.claimtrail.audit.EventType;

/** What happens to imports. */
enum ImportEvent implements EventType {
    STARTED("import.started"),
    /** A file was read to its end; of each record that it brought another event tells. */
    RECEIVED("import.received");

    private final String type;

    ImportEvent(String type) {
        this.type = type;
    }

    @Override
    public String type() {
        return type;
    }

    @Override
    public Audience audience() {
        return Audience.AUDITORS;
    }
}
