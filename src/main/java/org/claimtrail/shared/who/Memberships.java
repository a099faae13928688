package org.claimtrail.shared.who;

import java.util.Map;

/** On which desks somebody works, and as what. A port: who knows the desks answers it. */
public interface Memberships {

    /** Of the security identity, where they were found when the request came in: what {@link #of} would say. */
    String ATTRIBUTE = "desks";

    /** Ids of desks, with the role there; empty for a person on no desk. */
    Map<String, DeskRole> of(String pseudonym);
}
