package org.claimtrail.shared.who;

/**
 * What a caller may do, as role names of the security identity. A role of the newsroom (contributor, editor, auditor,
 * admin) is a set of these; resources name the permission they need, never the role.
 */
public final class Permission {

    /** Create and edit claims, sources, agents, relations and drafts; submit. */
    public static final String WRITE = "write";

    /** Approve, publish, correct, retract; merge, withdraw and reopen claims; withhold and release records. */
    public static final String EDIT = "edit";

    /** Keys, rating scales and imports; erase records. */
    public static final String ADMINISTER = "administer";

    /** See drafts and what waits for review. */
    public static final String READ_DRAFTS = "read-drafts";

    /** See confidential evidence. */
    public static final String READ_CONFIDENTIAL = "read-confidential";

    /** See keys and imports, and the events of keys, roles and imports. */
    public static final String READ_KEYS = "read-keys";

    /** See what every desk keeps to itself. */
    public static final String READ_DESKS = "read-desks";

    private Permission() {}
}
