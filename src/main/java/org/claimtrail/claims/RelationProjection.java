package org.claimtrail.claims;

import jakarta.enterprise.context.ApplicationScoped;
import org.claimtrail.history.Projection;
import org.claimtrail.shared.id.Kind;
import org.claimtrail.shared.id.TypeId;

/** The columns of relations, and the places that they keep. */
@ApplicationScoped
class RelationProjection implements Projection {

    private final RelationRepository relations;

    RelationProjection(RelationRepository relations) {
        this.relations = relations;
    }

    @Override
    public Kind kind() {
        return Kind.RELATION;
    }

    @Override
    public void erase(TypeId id) {
        relations.erase(id);
    }
}
