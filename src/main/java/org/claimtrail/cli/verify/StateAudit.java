package org.claimtrail.cli.verify;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Holds the state in the database against the log: every event, content and derived row, some thousand records at a time. */
final class StateAudit {

    private static final int PAGE = 2000;
    private static final String COMMENT = "comment";

    private static final Map<String, StateTable> SNAPSHOTS = Map.of(
            "agent", StateTable.AGENT,
            "source", StateTable.SOURCE,
            "claim", StateTable.CLAIM,
            "rel", StateTable.RELATION,
            "scale", StateTable.RATING_SCALE);

    private final Sql sql;
    private final Findings findings;
    private final ScaleLabels labels;
    private long events;
    private long contents;
    private @Nullable Set<String> erased;

    StateAudit(Connection connection, Findings findings) {
        this.sql = new Sql(connection);
        this.findings = findings;
        this.labels = new ScaleLabels(sql);
    }

    void audit() throws SQLException {
        try {
            String after = "";
            @Nullable String last;
            do {
                last = endOfPage(after);
                page(new Range(after, last));
                after = last == null ? "" : last;
            } while (last != null);
            new Strays(sql, findings).find(events, contents);
        } catch (BrokenLogException e) {
            findings.problem(e.place(), String.valueOf(e.getMessage()));
        }
    }

    /** The last record of the page behind this one; null when it is the last page, which has no end. */
    private @Nullable String endOfPage(String after) throws SQLException, BrokenLogException {
        List<String> subjects = new ArrayList<>();
        sql.each(
                "select distinct subject from audit_event where subject > ? order by subject limit " + (PAGE + 1),
                row -> subjects.add(row.getString(1)),
                after);
        return subjects.size() > PAGE ? subjects.get(PAGE - 1) : null;
    }

    private void page(Range range) throws SQLException, BrokenLogException {
        Expected expected = new Expected();
        List<Subject> assessments = new ArrayList<>();
        SubjectReader reader = new SubjectReader(findings, subject -> take(subject, expected, assessments));
        range.each(sql, SubjectReader.SELECT, SubjectReader.ORDER, reader::read);
        reader.endOfSubject();
        events += reader.events();
        contents += reader.contents();
        for (Subject assessment : assessments) {
            List<Life> lives = Life.of(assessment.events(), new Findings()); // what is wrong with them was said
            new AssessmentRows(expected, labels, findings).add(assessment, lives);
        }
        new ClaimChanges(expected, erasedVerdicts()).add(sql, range);
        StateRows rows = new StateRows(sql, findings);
        for (StateTable table : StateTable.values()) {
            rows.compare(table, range, expected);
        }
    }

    /** Asked once, since it looks at every verdict. */
    private Set<String> erasedVerdicts() throws SQLException, BrokenLogException {
        Set<String> known = erased;
        if (known == null) {
            known = ClaimChanges.erased(sql);
            erased = known;
        }
        return known;
    }

    /** What was put in the place of a content may be anything; then its rows are not what they should be either. */
    private void take(Subject subject, Expected expected, List<Subject> assessments) {
        try {
            add(subject, expected, assessments);
        } catch (IllegalArgumentException | DateTimeException e) {
            findings.problem(subject.id(), "its contents make no sense: " + e.getMessage());
        }
    }

    private void add(Subject subject, Expected expected, List<Subject> assessments) {
        subject.checkErasures(findings);
        subject.checkParts(findings);
        StateTable table = SNAPSHOTS.get(subject.kind());
        if (table != null || subject.kind().equals("asmt") || subject.kind().equals(COMMENT)) {
            List<Life> lives = Life.of(subject.events(), findings);
            subject.checkVersions(lives, findings);
            lives.forEach(life -> version(subject.id(), life, table, expected));
            if (subject.kind().equals(COMMENT)) {
                new CommentRows(expected).add(subject.id(), lives);
            }
        }
        if (subject.kind().equals("asmt")) {
            assessments.add(subject); // their labels are asked for when this query is read to its end
        } else if (subject.kind().equals("key")) {
            new KeyRows(expected).add(subject);
        } else if (subject.kind().equals("desk")) {
            new DeskRows(expected).desk(subject);
        } else if (subject.kind().equals("import")) {
            new ImportRows(expected).started(subject);
        }
        new DeskRows(expected).record(subject);
        new ClosureRows(expected).record(subject);
    }

    private static void version(String id, Life life, @Nullable StateTable table, Expected expected) {
        Expected.Row row = expected.row(StateTable.RECORD_VERSION, id, life.n)
                .set("recorded_at", life.written.leaf().at())
                .set("known_from", life.knownFrom)
                .set("known_until", life.knownUntil)
                .set("event_id", life.written.id())
                .set("published_event", life.published == null ? null : life.published.id());
        if (!life.isErased()) {
            row.set("tag", life.n + "-" + life.written.hash());
        }
        if (table != null) {
            new Snapshots(expected).add(table, id, life);
        }
    }
}
