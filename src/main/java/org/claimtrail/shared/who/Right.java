package org.claimtrail.shared.who;

/** What somebody wants to do with a record. */
public enum Right {
    /** Refer to it, as an assessment refers to its claim. */
    READ,
    /** Edit it, write drafts of it, submit it. */
    WRITE,
    /** Approve, publish, return, retract, void; merge, withdraw, reopen; withhold, release; give to another desk. */
    EDIT
}
