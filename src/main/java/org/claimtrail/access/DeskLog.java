package org.claimtrail.access;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.claimtrail.audit.AuditLog;
import org.claimtrail.audit.NewEvent;
import org.claimtrail.audit.Reason;
import org.claimtrail.shared.id.TypeId;
import org.claimtrail.shared.json.CanonicalJson;
import org.claimtrail.shared.json.StoredJson;

/** Writes down what happens to desks: people by their pseudonyms, and committed to is what was asked for. */
@ApplicationScoped
class DeskLog {

    private final AuditLog audit;
    private final Clock clock;

    DeskLog(AuditLog audit, Clock clock) {
        this.audit = audit;
        this.clock = clock;
    }

    void created(Actor by, Desk desk) {
        append(DeskEvent.CREATED, by, desk, desk.createdAt, request(desk).put("name", desk.name));
    }

    void closed(Actor by, Desk desk, Instant at) {
        append(DeskEvent.CLOSED, by, desk, at, request(desk));
    }

    TypeId member(DeskEvent event, Actor by, Desk desk, DeskMember member) {
        ObjectNode request = request(desk).put("member", member.member).put("role", member.role.text());
        return append(event, by, desk, clock.instant(), request);
    }

    private static ObjectNode request(Desk desk) {
        return StoredJson.object().put("desk", desk.id);
    }

    private TypeId append(DeskEvent event, Actor by, Desk desk, Instant at, ObjectNode request) {
        byte[] content = CanonicalJson.bytes(request);
        boolean first = event == DeskEvent.CREATED;
        return audit.append(
                new NewEvent(event, desk.id(), 0, Reason.NONE, at, by.pseudonym(), content, List.of(), first));
    }
}
