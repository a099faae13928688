package org.claimtrail.assessments;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import org.claimtrail.access.Actor;
import org.claimtrail.access.Desks;
import org.claimtrail.history.DeskAssignments;
import org.claimtrail.history.Transfer;
import org.claimtrail.shared.id.TypeId;
import org.claimtrail.shared.who.Right;
import org.jspecify.annotations.Nullable;

/** Gives assessments to other desks. What the desk before has arranged with its own people ends with it. */
@ApplicationScoped
class Handover {

    private final Assessments assessments;
    private final Desks desks;
    private final DeskAssignments assignments;
    private final Steps steps;

    Handover(Assessments assessments, Desks desks, DeskAssignments assignments, Steps steps) {
        this.assessments = assessments;
        this.desks = desks;
        this.assignments = assignments;
        this.steps = steps;
    }

    /** Gives an assessment to another desk, and returns the event. */
    @Transactional
    TypeId transfer(Actor by, TypeId id, @Nullable String ifMatch, Transfer transfer) {
        Open open = assessments.lock(id, Right.EDIT).matching(ifMatch);
        TypeId desk = desks.open("/desk", transfer.desk());
        steps.endEmbargo(by, open);
        if (open.state().state.isUnderWay() && open.state().assignee != null) {
            steps.assign(by, open, null, open.state().due);
        }
        return assignments.transfer(by.pseudonym(), open.head(), desk, transfer.reason());
    }
}
