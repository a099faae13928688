package org.claimtrail.audit;

/** What people do at the door, beside the records: each is a subject of its own, since a person has no id of a record. */
enum AccessEvent implements EventType {
    REFUSED("access.refused"),
    EXPORTED("audit.exported");

    private final String type;

    AccessEvent(String type) {
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
