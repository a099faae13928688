package org.claimtrail.exchange.imports;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import org.claimtrail.exchange.LocalNames;
import org.claimtrail.shared.id.TypeId;
import org.jspecify.annotations.Nullable;

/** An import: whose records have ids that follow from its own and from their names. */
@Entity
@Table(name = "record_import")
class Import {

    @Id
    String id;

    String name;

    String actor;

    @Nullable
    String desk;

    @Column(name = "started_at")
    Instant startedAt;

    /** Records so far. */
    long recorded;

    @SuppressWarnings("NullAway.Init")
    Import() {}

    Import(TypeId id, NewImport input, String actor, Instant at) {
        this.id = id.toString();
        this.name = input.name();
        this.desk = input.desk();
        this.actor = actor;
        this.startedAt = at;
    }

    TypeId id() {
        return TypeId.parse(id);
    }

    Optional<TypeId> deskId() {
        return Optional.ofNullable(desk).map(TypeId::parse);
    }

    LocalNames names() {
        return new LocalNames(id().madeAt().toEpochMilli(), id);
    }
}
