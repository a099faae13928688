package org.claimtrail.assessments;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.claimtrail.access.Actor;
import org.claimtrail.claims.Claims;
import org.claimtrail.history.History;
import org.claimtrail.history.NewVersion;
import org.claimtrail.history.Version;
import org.claimtrail.history.VersionReads;
import org.claimtrail.shared.http.Problem;
import org.claimtrail.shared.http.ProblemType;
import org.claimtrail.shared.id.TypeId;
import org.claimtrail.shared.json.StoredJson;
import org.claimtrail.shared.time.SystemTime;
import org.claimtrail.shared.who.Right;
import org.jspecify.annotations.Nullable;

/**
 * How a published verdict ends: retracted or voided, by a version of its own with a notice, published at once. The
 * words of the verdict stay below the notice. It takes somebody who did not write them.
 */
@ApplicationScoped
public class Endings {

    private final Assessments assessments;
    private final AssessmentVersions versions;
    private final Workflow workflow;
    private final Claims claims;
    private final History history;
    private final VersionReads reads;
    private final AssessmentConfig config;
    private final Clock clock;

    Endings(
            Assessments assessments,
            AssessmentVersions versions,
            Workflow workflow,
            Claims claims,
            History history,
            VersionReads reads,
            AssessmentConfig config,
            Clock clock) {
        this.assessments = assessments;
        this.versions = versions;
        this.workflow = workflow;
        this.claims = claims;
        this.history = history;
        this.reads = reads;
        this.config = config;
        this.clock = clock;
    }

    /** Ends the verdict that readers see; a draft that is under way is dropped. */
    @Transactional
    public Version end(Actor by, TypeId id, @Nullable String ifMatch, ChangeType how, Ending ending) {
        Open open = assessments.lock(id, Right.EDIT).matching(ifMatch);
        Version published = reads.current(id).orElseThrow(() -> refused("Nothing is published", how));
        AssessmentVersion standing = versions.get(id, published.n());
        if (standing.state != State.PUBLISHED) {
            throw refused("The verdict is " + standing.state.text() + " already", how);
        }
        if (config.fourEyes()) {
            standing.requireNoAuthor(by, how == ChangeType.VOID ? "void" : "retract");
        }
        Instant at = SystemTime.after(open.state().stepAt, clock);
        Version version = write(by, open, published, how, ending, at);
        open.state().supersede(at);
        workflow.supersedePublished(open.assessment(), at);
        show(by, open.assessment(), standing, version, how, at);
        return version;
    }

    private Version write(Actor by, Open open, Version published, ChangeType how, Ending ending, Instant at) {
        ObjectNode content = (ObjectNode) StoredJson.read(published.content());
        content.remove(
                List.of("validFrom", "validTo")); // it is withdrawn for all days, or an older verdict would hold again
        content.put("author", by.byline());
        content.put("changeType", how.text());
        content.put("changeReason", ending.changeReason());
        content.put("correctionNotice", ending.correctionNotice());
        content.put("previousVersion", published.n());
        content.put("previousRating", content.path("rating").asText());
        AssessmentEvent event = how == ChangeType.VOID ? AssessmentEvent.VOIDED : AssessmentEvent.RETRACTED;
        return history.append(new NewVersion(
                published.id(),
                open.head().n() + 1,
                content,
                at,
                by.pseudonym(),
                event,
                how.reason(),
                true,
                reads.confidential(published)));
    }

    private void show(
            Actor by, Assessment assessment, AssessmentVersion standing, Version version, ChangeType how, Instant at) {
        AssessmentVersion last = standing.next(version, how, by);
        last.end(how, by, at);
        versions.persist(last);
        assessment.continueWith(version.n());
        assessment.publish(version.n());
        claims.verdictPublished(Workflow.verdict(assessment, last, Validity.ALL_DAYS));
    }

    private static Problem refused(String why, ChangeType how) {
        String act = how == ChangeType.VOID ? "voided" : "retracted";
        return Problem.of(ProblemType.WRONG_STATE, why + ", so nothing can be " + act + ".");
    }
}
