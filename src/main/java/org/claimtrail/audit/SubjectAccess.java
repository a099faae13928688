package org.claimtrail.audit;

import org.claimtrail.shared.id.TypeId;

/**
 * Whether what events of a subject commit to may be shown to whoever asks now. A port: the log does not know what is
 * withheld, and whoever keeps the records answers this.
 */
public interface SubjectAccess {

    /**
     * Lets a reader on.
     *
     * @throws org.claimtrail.shared.http.Problem 451 when the subject is withheld from this reader
     */
    void requireShown(TypeId subject);

    /** Whether events for staff about this subject are for whoever asks now: those of a desk's record are its members'. */
    boolean showsInside(TypeId subject);

    /** The same as a condition of a query: empty, or one that begins with "and". */
    String andInside(String subject);
}
