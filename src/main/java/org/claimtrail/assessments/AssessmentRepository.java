package org.claimtrail.assessments;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import org.claimtrail.history.History;
import org.claimtrail.shared.id.TypeId;

/** Assessments by id. */
@ApplicationScoped
class AssessmentRepository implements PanacheRepositoryBase<Assessment, String> {

    /** 404 when there is none. */
    Assessment get(TypeId id) {
        return findByIdOptional(id.toString()).orElseThrow(() -> History.nothing(id));
    }
}
