package org.claimtrail.assessments;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.claimtrail.audit.AuditLog;
import org.claimtrail.audit.NewEvent;
import org.claimtrail.audit.Reason;
import org.claimtrail.audit.log.LogStatus;
import org.claimtrail.history.History;
import org.claimtrail.history.Version;
import org.claimtrail.shared.json.CanonicalJson;
import org.claimtrail.shared.json.StoredJson;
import org.claimtrail.shared.reader.Reader;
import org.claimtrail.shared.who.Right;
import org.jboss.logging.Logger;

/**
 * Takes note of who opens confidential evidence that others sealed: once an hour for a person and a version, so that reading
 * does not make the log grow without bound. What cannot be noted is not opened.
 */
@ApplicationScoped
class Openings {

    private static final Logger LOG = Logger.getLogger(Openings.class);
    private static final Duration ONCE_IN = Duration.ofHours(1);

    private final AuditLog audit;
    private final History history;
    private final LogStatus status;
    private final Reader reader;
    private final Clock clock;

    Openings(AuditLog audit, History history, LogStatus status, Reader reader, Clock clock) {
        this.audit = audit;
        this.history = history;
        this.status = status;
        this.reader = reader;
        this.clock = clock;
    }

    /**
     * Whether it stands in the log that this person opens this version's evidence now.
     *
     * @throws org.claimtrail.shared.http.Problem 421 on a node that only reads
     */
    boolean isNoted(String actor, Version version) {
        reader.requireWriting("This has confidential evidence, and this node cannot note in the log that you open it.");
        try {
            return isRecent(actor, version) || note(actor, version);
        } catch (RuntimeException e) {
            LOG.warnf(
                    "Confidential evidence of %s, version %d, is not shown, since the log cannot take note of it: %s",
                    version.id(), version.n(), e);
            return false;
        }
    }

    /** In the transaction of the step whose answer this is, or in one of its own. */
    private boolean note(String actor, Version version) {
        if (status.halted().isPresent()) {
            return false;
        }
        QuarkusTransaction.joiningExisting().run(() -> {
            history.lock(version.id(), Right.READ);
            if (!isRecent(actor, version)) {
                audit.append(event(actor, version));
            }
        });
        return true;
    }

    private NewEvent event(String actor, Version version) {
        ObjectNode content =
                StoredJson.object().put("assessment", version.id().toString()).put("version", version.n());
        return NewEvent.of(
                AssessmentEvent.OPENED,
                version.id(),
                version.n(),
                Reason.NONE,
                clock.instant(),
                actor,
                CanonicalJson.bytes(content));
    }

    private boolean isRecent(String actor, Version version) {
        Instant since = clock.instant().minus(ONCE_IN);
        return audit.hasSince(since, AssessmentEvent.OPENED, version.id(), version.n(), actor);
    }
}
