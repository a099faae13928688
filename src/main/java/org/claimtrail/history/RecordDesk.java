package org.claimtrail.history;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.claimtrail.shared.id.TypeId;

/** The desk that a record belongs to. Not part of a version: it changes without one. */
@Entity
@Table(name = "record_desk")
class RecordDesk {

    @Id
    @Column(name = "record_id")
    String recordId;

    String desk;

    @SuppressWarnings("NullAway.Init")
    RecordDesk() {}

    RecordDesk(TypeId record, TypeId desk) {
        this.recordId = record.toString();
        this.desk = desk.toString();
    }
}
