package org.claimtrail.audit;

import java.io.Serializable;

/** Key of {@link AuditContent}. */
record AuditContentId(String eventId, int part) implements Serializable {}
