package org.claimtrail.history.kept;

import java.util.Collection;
import org.claimtrail.shared.id.Kind;

/**
 * Which other records show something of records of a kind, and are not named by them: a claim's dossier shows an assessment that
 * it did not know of before. A port: what is kept is history's, but who shows what is the feature's.
 */
public interface Touching {

    /** The kind of record it is about. */
    Kind kind();

    /** The ids of records that show something of these; called by a thread without a transaction. */
    Collection<String> touchedBy(Collection<String> ids);
}
