package org.claimtrail.audit;

import java.util.Collection;
import java.util.Map;

/**
 * The names behind pseudonyms. A port: the log knows pseudonyms only, and whoever keeps the people answers this. A
 * name that is gone is simply absent from the answer.
 */
public interface ActorNames {

    /** Pseudonym to name, for those that are known. */
    Map<String, String> of(Collection<String> pseudonyms);
}
