package org.claimtrail.audit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.persistence.EntityManager;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.OptionalLong;
import org.claimtrail.audit.log.LogReader;
import org.claimtrail.audit.log.Published;
import org.claimtrail.shared.http.Problem;
import org.claimtrail.shared.http.ProblemType;
import org.claimtrail.shared.id.TypeId;
import org.claimtrail.shared.who.Viewer;
import org.jspecify.annotations.Nullable;

/** Puts together what proves one event, for those who may see it. */
@ApplicationScoped
class Bundles {

    private final EntityManager entities;
    private final LogReader log;
    private final Published published;
    private final Viewer viewer;
    private final Instance<SubjectAccess> access;

    Bundles(EntityManager entities, LogReader log, Published published, Viewer viewer, Instance<SubjectAccess> access) {
        this.entities = entities;
        this.log = log;
        this.published = published;
        this.viewer = viewer;
        this.access = access;
    }

    /**
     * The bundle of an event.
     *
     * @throws Problem 404 when there is no such event for this viewer, or no published checkpoint covers it yet, 451 when its
     *     subject is withheld from this viewer
     */
    Bundle of(TypeId id) {
        @Nullable AuditEvent event = entities.find(AuditEvent.class, id.toString());
        if (event == null || !isShown(event)) {
            throw Problem.of(ProblemType.NOT_FOUND, "There is no event " + id + ".");
        }
        access.get().requireShown(TypeId.parse(event.subject));
        OptionalLong index = published.indexOf(event.id);
        if (index.isEmpty()) {
            throw Problem.of(
                    ProblemType.NOT_FOUND, "No published checkpoint covers " + id + " yet. Ask again in a second.");
        }
        @Nullable
        AuditContent content = entities.find(AuditContent.class, new AuditContentId(event.id, AuditContent.PUBLIC));
        return bundle(event.id, index.getAsLong(), content);
    }

    private boolean isShown(AuditEvent event) {
        return event.audience.includes(viewer)
                && (event.audience != Audience.STAFF || access.get().showsInside(TypeId.parse(event.subject)));
    }

    private Bundle bundle(String event, long index, @Nullable AuditContent content) {
        return new Bundle(
                Bundle.FORMAT,
                event,
                new String(log.leaf(index), StandardCharsets.UTF_8),
                content == null ? null : new String(content.content, StandardCharsets.UTF_8),
                content == null ? null : Base64.getEncoder().encodeToString(content.salt),
                log.proof(index).orElseThrow(),
                log.vkey());
    }
}
