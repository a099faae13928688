package org.claimtrail.audit;

/** Headers that tell of the log beside the content of an answer. */
public final class AuditHeaders {

    /** The event to prove the content by. */
    public static final String EVENT = "Audit-Event";

    /** The place of that event in the log, once a published checkpoint covers it. */
    public static final String INDEX = "Audit-Index";

    /** The proof of it with its checkpoint, in base64, for who has waited. */
    static final String PROOF = "Audit-Proof";

    private AuditHeaders() {}
}
