package org.claimtrail.assessments;

import org.claimtrail.history.Version;
import org.claimtrail.shared.http.Preconditions;
import org.jspecify.annotations.Nullable;

/** An assessment that is locked for a change: what stays, its latest version, and that version's state. */
record Open(Assessment assessment, Version head, AssessmentVersion state) {

    /** Refuses a client that has not seen this very version in this very state. */
    Open matching(@Nullable String ifMatch) {
        Preconditions.requireMatch(ifMatch, Tag.all(head, state.state));
        return this;
    }
}
