package org.claimtrail.claims;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import org.claimtrail.shared.id.TypeId;

/** Keeps the place of a relation, so that there is one of a type from one claim to another. */
@Entity
@IdClass(RelationPair.Key.class)
@Table(name = "relation_pair")
class RelationPair {

    @Id
    @Column(name = "from_claim")
    String from;

    @Id
    @Enumerated(EnumType.STRING)
    RelationType type;

    @Id
    @Column(name = "to_claim")
    String to;

    @Column(name = "relation_id")
    String relationId;

    @SuppressWarnings("NullAway.Init")
    RelationPair() {}

    RelationPair(TypeId id, NewRelation content) {
        this.from = content.from();
        this.type = content.type();
        this.to = content.to();
        this.relationId = id.toString();
    }

    /** What identifies a row. */
    record Key(String from, RelationType type, String to) implements Serializable {}
}
