package org.claimtrail.exchange;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.narayana.jta.runtime.TransactionConfiguration;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import org.claimtrail.access.Actor;
import org.claimtrail.access.Keys;
import org.claimtrail.assessments.Assessments;
import org.claimtrail.assessments.NewAssessment;
import org.claimtrail.assessments.Workflow;
import org.claimtrail.history.VersionReads;
import org.claimtrail.shared.http.CheckedJson;
import org.claimtrail.shared.id.TypeId;
import org.claimtrail.shared.start.FirstStart;

/** The illustrative data that comes with the program, written by the same services as requests are. */
@ApplicationScoped
class Seeds {

    private final NewRecords records;
    private final Assessments assessments;
    private final Workflow workflow;
    private final Keys people;
    private final VersionReads reads;
    private final FirstStart firstStart;
    private final CheckedJson json;

    Seeds(
            NewRecords records,
            Assessments assessments,
            Workflow workflow,
            Keys people,
            VersionReads reads,
            FirstStart firstStart,
            CheckedJson json) {
        this.records = records;
        this.assessments = assessments;
        this.workflow = workflow;
        this.people = people;
        this.reads = reads;
        this.firstStart = firstStart;
        this.json = json;
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
        each(author, "agent");
        each(author, "source");
        each(editor, "scale");
        each(author, "claim");
        each(author, "relation");
        assessments(author, editor);
        return true;
    }

    private void each(Actor by, String kind) {
        for (JsonNode entry : SeedFile.entries(kind + "s")) {
            TypeId id = SeedIds.of(kind, entry.path("id").asText());
            records.read(kind, entry.path("content")).record(by, id);
        }
    }

    private void assessments(Actor author, Actor editor) {
        for (JsonNode entry : SeedFile.entries("assessments")) {
            TypeId id = SeedIds.of("assessment", entry.path("id").asText());
            TypeId claim = TypeId.parse(entry.path("claim").asText());
            boolean first = true;
            for (JsonNode version : entry.path("versions")) {
                NewAssessment content = json.value(version, NewAssessment.class);
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
}
