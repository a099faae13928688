package org.claimtrail.history;

import org.claimtrail.audit.Audience;
import org.claimtrail.audit.EventType;
import org.claimtrail.shared.id.TypeId;

/**
 * What happens to records of every kind alike: {@code claim.withheld}.
 *
 * @param audience everyone, but staff alone where readers never saw the record
 */
record RecordEvent(String type, Audience audience) implements EventType {

    static final String WITHHELD = ".withheld";
    static final String RELEASED = ".released";
    static final String ERASED = ".erased";
    static final String ASSIGNED = ".assigned";
    static final String TRANSFERRED = ".transferred";

    static RecordEvent of(TypeId record, String act, boolean published) {
        String kind =
                switch (record.kind()) {
                    case AGENT -> "agent";
                    case SOURCE -> "source";
                    case CLAIM -> "claim";
                    case RELATION -> "relation";
                    case ASSESSMENT -> "assessment";
                    case SCALE -> "scale";
                    case COMMENT -> "comment";
                    default -> throw new IllegalArgumentException(record + " is no record");
                };
        return new RecordEvent(kind + act, published ? Audience.PUBLIC : Audience.STAFF);
    }
}
