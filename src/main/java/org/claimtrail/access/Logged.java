package org.claimtrail.access;

import jakarta.ws.rs.core.Response;
import org.claimtrail.audit.AuditHeaders;
import org.claimtrail.shared.id.TypeId;
import org.jspecify.annotations.Nullable;

/**
 * What an act has led to, and the event that tells of it; none when nothing changed. Nodes that read from a copy can be asked
 * for what holds since that event.
 */
record Logged<T>(T view, @Nullable TypeId event) {

    Response.ResponseBuilder on(Response.ResponseBuilder answer) {
        return event == null ? answer : answer.header(AuditHeaders.EVENT, event);
    }
}
