package org.claimtrail.access;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.claimtrail.shared.database.Writes;
import org.claimtrail.shared.who.DeskRole;
import org.claimtrail.shared.who.Memberships;

/** Who works where. */
@ApplicationScoped
class DeskMembers implements PanacheRepositoryBase<DeskMember, DeskMember.Key>, Memberships {

    private static final String OF = "select desk, role from desk_member where member = ?";

    private final Writes writes;

    DeskMembers(Writes writes) {
        this.writes = writes;
    }

    @Override
    public Map<String, DeskRole> of(String pseudonym) {
        return writes
                .read(OF, row -> Map.entry(row.getString(1), DeskRole.valueOf(row.getString(2))), pseudonym)
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** The members of a desk behind a pseudonym, in the order of pseudonyms. */
    List<DeskMember> behind(Desk desk, String after, int limit) {
        return find("desk = ?1 and member > ?2 order by member", desk.id, after)
                .page(0, limit)
                .list();
    }
}
