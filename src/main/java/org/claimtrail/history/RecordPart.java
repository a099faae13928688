package org.claimtrail.history;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.claimtrail.shared.id.TypeId;

/** That a record is part of another one. It stays when they are erased, so that nobody hears of them then either. */
@Entity
@Table(name = "record_part")
class RecordPart {

    @Id
    @Column(name = "record_id")
    String recordId;

    String whole;

    @SuppressWarnings("NullAway.Init")
    RecordPart() {}

    RecordPart(TypeId part, TypeId whole) {
        this.recordId = part.toString();
        this.whole = whole.toString();
    }
}
