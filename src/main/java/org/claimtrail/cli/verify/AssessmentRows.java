package org.claimtrail.cli.verify;

import com.fasterxml.jackson.databind.JsonNode;
import java.sql.SQLException;
import java.util.List;
import org.claimtrail.shared.edtf.DayRange;
import org.jspecify.annotations.Nullable;

/** The rows of assessments: their workflow, played again, and what their contents say. */
final class AssessmentRows {

    private final Expected expected;
    private final ScaleLabels labels;
    private final Findings findings;

    AssessmentRows(Expected expected, ScaleLabels labels, Findings findings) {
        this.expected = expected;
        this.labels = labels;
        this.findings = findings;
    }

    void add(Subject subject, List<Life> lives) throws SQLException {
        Workflow workflow = Workflow.of(subject.events(), lives, findings);
        if (workflow.versions().isEmpty()) {
            return;
        }
        assessment(subject.id(), workflow);
        List<String> held = heldUntil(lives);
        for (Workflow.Version version : workflow.versions()) {
            version(subject.id(), version);
            if (version.life.knownFrom != null) {
                verdict(subject.id(), version, held.get(version.life.n - 1));
            }
        }
    }

    private void assessment(String id, Workflow workflow) {
        StoredEvent first = workflow.versions().get(0).life.written;
        Expected.Row row = expected.row(StateTable.ASSESSMENT, id)
                .set("created_at", first.leaf().at())
                .set("head_version", workflow.versions().size())
                .set("published_version", workflow.published() == 0 ? null : workflow.published());
        row.optional = first.isErased();
        if (!first.isErased()) {
            row.set("claim_id", first.text("claim")).set("assessor", first.text("assessor"));
        }
    }

    private void version(String id, Workflow.Version version) throws SQLException {
        Life life = version.life;
        Expected.Row row = expected.row(StateTable.ASSESSMENT_VERSION, id, life.n)
                .set("state", version.state)
                .set("authors", String.join(" ", version.authors))
                .set("recorded_at", life.written.leaf().at())
                .set("step_at", version.step.at())
                .set("step_event", version.step.id())
                .set("returned", version.returned)
                .set("publish_at", version.publishAt)
                .set("scheduled_by", version.scheduledBy)
                .set("assignee", version.assignee)
                .set("due", version.due)
                .set("known_from", life.knownFrom)
                .set("known_until", life.knownUntil);
        if (version.approverKnown) {
            row.set("approver", version.approver);
        }
        row.optional = life.isErased();
        if (!life.isErased()) {
            judgement(life.written.content(), row);
            row.set("change_type", Snapshots.constant(life.written.content(), "changeType"))
                    .set("author", life.written.text("author"));
        }
    }

    private void verdict(String id, Workflow.Version version, String heldUntil) throws SQLException {
        Life life = version.life;
        String type = life.written.leaf().type();
        Expected.Row row = expected.row(StateTable.CLAIM_VERDICT, id, life.n)
                .set("stands", Workflow.isDraft(type))
                .set("known_from", life.knownFrom)
                .set("known_until", life.knownUntil);
        row.optional = life.isErased();
        if (!life.isErased()) {
            judgement(life.written.content(), row);
            row.set("change_type", change(life, "none"));
            days(life.written.content(), row);
            row.set("held_until", heldUntil);
        }
    }

    private static void days(JsonNode content, Expected.Row row) {
        @Nullable String from = Snapshots.text(content, "validFrom");
        @Nullable String to = Snapshots.text(content, "validTo");
        DayRange days = DayRange.between(from, to);
        row.set("valid_from", from)
                .set("valid_to", to)
                .set("from_day", days.from())
                .set("until_day", days.until());
    }

    /** Of each version until the next one to be shown replaces it, which an update does not, or any later one ends the verdict. */
    private static List<String> heldUntil(List<Life> lives) {
        String[] held = new String[lives.size()];
        String replaced = Life.FOREVER;
        String ended = Life.FOREVER;
        for (int i = held.length - 1; i >= 0; i--) {
            Life life = lives.get(i);
            held[i] = replaced.equals(Life.FOREVER) ? ended : replaced;
            if (life.knownFrom != null) {
                String change = change(life, "");
                replaced = change.equals("update") ? Life.FOREVER : life.knownFrom;
                ended = change.equals("void") || change.equals("retraction") ? life.knownFrom : ended;
            }
        }
        return List.of(held);
    }

    private static String change(Life life, String otherwise) {
        return life.written.content().path("changeType").asText(otherwise);
    }

    private void judgement(JsonNode content, Expected.Row row) throws SQLException {
        JsonNode score = content.path("verdict").path("score");
        row.set("claim_id", Snapshots.text(content, "claim"))
                .set("assessor", Snapshots.text(content, "assessor"))
                .set("rating", Snapshots.text(content, "rating"))
                .set("score", score.isNumber() ? score.doubleValue() : null);
        @Nullable String label = labels.of(content);
        if (label != null) {
            row.set("label", label);
        }
    }
}
