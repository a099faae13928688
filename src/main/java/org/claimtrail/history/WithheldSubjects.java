package org.claimtrail.history;

import jakarta.enterprise.context.ApplicationScoped;
import org.claimtrail.audit.SubjectAccess;
import org.claimtrail.shared.id.TypeId;

/** Keeps withheld content out of bundles too. What was erased is not there any more, and its proof is for everyone. */
@ApplicationScoped
class WithheldSubjects implements SubjectAccess {

    private final Closures closures;

    WithheldSubjects(Closures closures) {
        this.closures = closures;
    }

    @Override
    public void requireShown(TypeId subject) {
        if (closures.of(subject).filter(closure -> !closure.isErased()).isPresent()) {
            closures.requireReadable(subject);
        }
    }
}
