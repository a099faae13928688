package org.claimtrail.history;

import org.claimtrail.shared.id.Kind;
import org.claimtrail.shared.id.TypeId;

/**
 * What a feature keeps of one kind of record beside its content, derived from it. A port: erasure is history's, but the
 * columns are the feature's.
 */
public interface Projection {

    /** The kind of record it is about. */
    Kind kind();

    /** Deletes every row and value that tells something of the record's content, in the caller's transaction. */
    void erase(TypeId id);
}
