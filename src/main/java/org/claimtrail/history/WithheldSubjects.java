package org.claimtrail.history;

import jakarta.enterprise.context.ApplicationScoped;
import org.claimtrail.audit.SubjectAccess;
import org.claimtrail.shared.id.TypeId;

/** Keeps withheld content out of bundles too, and what desks keep to themselves out of bundles and lists of events. What was erased is not there any more, and its proof is for everyone. */
@ApplicationScoped
class WithheldSubjects implements SubjectAccess {

    private final Closures closures;
    private final RecordDesks desks;
    private final Visibility visibility;

    WithheldSubjects(Closures closures, RecordDesks desks, Visibility visibility) {
        this.closures = closures;
        this.desks = desks;
        this.visibility = visibility;
    }

    @Override
    public boolean showsInside(TypeId subject) {
        return desks.rights(subject).seesDrafts();
    }

    @Override
    public String andInside(String subject) {
        return visibility.andDraft(RecordParts.governing(subject));
    }

    @Override
    public void requireShown(TypeId subject) {
        if (closures.of(subject).filter(closure -> !closure.isErased()).isPresent()) {
            closures.requireReadable(subject);
        }
    }
}
