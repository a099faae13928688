package org.claimtrail.access;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import org.claimtrail.shared.who.DeskRole;

/** That a person works on a desk, and as what. */
@Entity
@IdClass(DeskMember.Key.class)
@Table(name = "desk_member")
class DeskMember {

    @Id
    String desk;

    /** The pseudonym. */
    @Id
    String member;

    @Enumerated(EnumType.STRING)
    DeskRole role;

    @SuppressWarnings("NullAway.Init")
    DeskMember() {}

    DeskMember(Desk desk, Person person, DeskRole role) {
        this.desk = desk.id;
        this.member = person.pseudonym;
        this.role = role;
    }

    /** What identifies a row. */
    record Key(String desk, String member) implements Serializable {}
}
