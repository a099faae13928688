package org.claimtrail.access;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.Collection;
import java.util.List;
import org.claimtrail.history.History;
import org.claimtrail.shared.id.TypeId;

/** Desks by id and by name. */
@ApplicationScoped
class DeskRepository implements PanacheRepositoryBase<Desk, String> {

    /** 404 when there is none. */
    Desk get(TypeId id) {
        return findByIdOptional(id.toString()).orElseThrow(() -> History.nothing(id));
    }

    /** The same, locked, so that its events make a chain. */
    Desk lock(TypeId id) {
        return findByIdOptional(id.toString(), LockModeType.PESSIMISTIC_WRITE).orElseThrow(() -> History.nothing(id));
    }

    boolean isNamed(String name) {
        return count("name", name) > 0;
    }

    /** Desks with an id below {@code before}, the latest first. */
    List<Desk> below(String before, int limit) {
        return find("id < ?1 order by id desc", before).page(0, limit).list();
    }

    /** Those of these desks that take records. */
    List<Desk> open(Collection<String> ids) {
        return ids.isEmpty() ? List.of() : list("id in ?1 and closedAt is null order by id", ids);
    }
}
