package org.claimtrail.audit;

/** Who may see an event on the human side of the log. The leaf itself holds nothing to hide. */
public enum Audience {
    /** Everyone: it concerns what is published. */
    PUBLIC,
    /** Those who see drafts. */
    STAFF,
    /** Auditors and administrators: keys and roles. */
    AUDITORS
}
