package org.claimtrail.history;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.claimtrail.shared.database.Writes;
import org.claimtrail.shared.id.TypeId;

/** The desk that a record belongs to. Not part of a version: it changes without one. */
@Entity
@Table(name = "record_desk")
class RecordDesk {

    private static final String INSERT = "insert into record_desk (record_id, desk) values (?, ?)";
    private static final String DELETE = "delete from record_desk where record_id = ?";

    @Id
    @Column(name = "record_id")
    String recordId;

    String desk;

    @SuppressWarnings("NullAway.Init")
    RecordDesk() {}

    static void write(Writes writes, TypeId record, TypeId desk) {
        writes.add(INSERT, record.toString(), desk.toString());
    }

    static void change(Writes writes, TypeId record, TypeId desk) {
        writes.add(DELETE, record.toString());
        write(writes, record, desk);
    }
}
