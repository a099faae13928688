package org.claimtrail.exchange;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.narayana.jta.runtime.TransactionConfiguration;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.validation.Validator;
import org.claimtrail.access.Actor;
import org.claimtrail.access.Keys;
import org.claimtrail.assessments.Assessments;
import org.claimtrail.assessments.NewAssessment;
import org.claimtrail.assessments.NewScale;
import org.claimtrail.assessments.Scales;
import org.claimtrail.assessments.Workflow;
import org.claimtrail.claims.Claims;
import org.claimtrail.claims.NewClaim;
import org.claimtrail.claims.NewRelation;
import org.claimtrail.claims.Relations;
import org.claimtrail.history.VersionReads;
import org.claimtrail.shared.id.TypeId;
import org.claimtrail.shared.start.FirstStart;
import org.claimtrail.sources.Agents;
import org.claimtrail.sources.NewAgent;
import org.claimtrail.sources.NewSource;
import org.claimtrail.sources.Sources;

/** The illustrative data that comes with the program, written by the same services as requests are. */
@ApplicationScoped
class Seeds {

    private final Agents agents;
    private final Sources sources;
    private final Scales scales;
    private final Claims claims;
    private final Relations relations;
    private final Assessments assessments;
    private final Workflow workflow;
    private final Keys people;
    private final VersionReads reads;
    private final FirstStart firstStart;
    private final Validator validator;

    Seeds(
            Agents agents,
            Sources sources,
            Scales scales,
            Claims claims,
            Relations relations,
            Assessments assessments,
            Workflow workflow,
            Keys people,
            VersionReads reads,
            FirstStart firstStart,
            Validator validator) {
        this.agents = agents;
        this.sources = sources;
        this.scales = scales;
        this.claims = claims;
        this.relations = relations;
        this.assessments = assessments;
        this.workflow = workflow;
        this.people = people;
        this.reads = reads;
        this.firstStart = firstStart;
        this.validator = validator;
    }

    /**
     * Loads all of them, or none.
     *
     * @return false when another node was first
     */
    @Transactional
    @TransactionConfiguration(timeout = FirstStart.SECONDS)
    boolean load() {
        firstStart.awaitTurn();
        if (!reads.isEmpty()) {
            return false;
        }
        Actor author = people.person("Seed author");
        Actor editor = people.person("Seed editor");
        each("agents", NewAgent.class, "agent", (id, content) -> agents.create(author, id, content));
        each("sources", NewSource.class, "source", (id, content) -> sources.create(author, id, content));
        each("scales", NewScale.class, "scale", (id, content) -> scales.create(editor, id, content));
        each("claims", NewClaim.class, "claim", (id, content) -> claims.create(author, id, content));
        each("relations", NewRelation.class, "relation", (id, content) -> relations.create(author, id, content));
        assessments(author, editor);
        return true;
    }

    private <T> void each(String name, Class<T> type, String kind, Recorder<T> recorder) {
        SeedFile file = new SeedFile(name, validator);
        for (JsonNode entry : file.entries()) {
            TypeId id = SeedIds.of(kind + "/" + entry.path("id").asText());
            recorder.record(id, file.content(entry.path("content"), type));
        }
    }

    private void assessments(Actor author, Actor editor) {
        SeedFile file = new SeedFile("assessments", validator);
        for (JsonNode entry : file.entries()) {
            TypeId id = SeedIds.of("assessment/" + entry.path("id").asText());
            TypeId claim = TypeId.parse(entry.path("claim").asText());
            boolean first = true;
            for (JsonNode version : entry.path("versions")) {
                NewAssessment content = file.content(version, NewAssessment.class);
                if (first) {
                    assessments.draft(author, id, claim, content);
                } else {
                    assessments.edit(author, id, "*", content);
                }
                first = false;
                workflow.submit(author, id, "*", null);
                workflow.approve(editor, id, "*", null);
                workflow.publish(editor, id, "*");
            }
        }
    }

    /** Writes one seed. */
    private interface Recorder<T> {
        void record(TypeId id, T content);
    }
}
