package org.claimtrail.claims;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import org.claimtrail.history.Snapshot;
import org.claimtrail.history.Version;

/** One version of a relation, to find it by. */
@Entity
@Table(name = "relation")
class Relation extends Snapshot {

    @Column(name = "from_claim")
    String from;

    @Enumerated(EnumType.STRING)
    RelationType type;

    @Column(name = "to_claim")
    String to;

    @Enumerated(EnumType.STRING)
    RelationState state;

    @SuppressWarnings("NullAway.Init")
    Relation() {}

    Relation(Version version, NewRelation content) {
        super(version);
        this.from = content.from();
        this.type = content.type();
        this.to = content.to();
        this.state = content.state();
    }
}
