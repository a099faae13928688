package org.claimtrail.exchange.imports;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.claimtrail.history.History;
import org.claimtrail.shared.database.Query;
import org.claimtrail.shared.database.Writes;
import org.claimtrail.shared.id.TypeId;

/** Imports by id. */
@ApplicationScoped
class ImportRepository implements PanacheRepositoryBase<Import, String> {

    private static final String MUTEX = "select id from record_import where id = ? for update";
    private static final String COUNT = "update record_import set recorded = recorded + cast(? as bigint) where id = ?";

    private final Writes writes;

    ImportRepository(Writes writes) {
        this.writes = writes;
    }

    /** 404 when there is none. */
    Import get(TypeId id) {
        return findByIdOptional(id.toString()).orElseThrow(() -> History.nothing(id));
    }

    /** Takes the lock on an import, before anything that its transaction writes. */
    void await(TypeId id) {
        writes.ask(Query.locking(MUTEX, row -> row.getString(1), id.toString()));
    }

    /** Imports with an id below {@code before}, the latest first. */
    List<Import> below(String before, int limit) {
        return find("id < ?1 order by id desc", before).page(0, limit).list();
    }

    /** So many more were recorded, in the caller's transaction. */
    void count(TypeId id, int recorded) {
        writes.add(COUNT, recorded, id.toString());
    }
}
