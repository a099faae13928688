package org.claimtrail.access;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.claimtrail.shared.who.DeskRole;
import org.claimtrail.shared.who.Memberships;

/** Who works where. */
@ApplicationScoped
class DeskMembers implements PanacheRepositoryBase<DeskMember, DeskMember.Key>, Memberships {

    @Override
    public Map<String, DeskRole> of(String pseudonym) {
        return list("member", pseudonym).stream().collect(Collectors.toMap(row -> row.desk, row -> row.role));
    }

    /** The members of a desk behind a pseudonym, in the order of pseudonyms. */
    List<DeskMember> behind(Desk desk, String after, int limit) {
        return find("desk = ?1 and member > ?2 order by member", desk.id, after)
                .page(0, limit)
                .list();
    }
}
