package org.claimtrail.cli.verify;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.claimtrail.merkle.ProofException;
import org.claimtrail.shared.time.SystemTime;
import org.jspecify.annotations.Nullable;

/** Reads events with their leaves and contents, one subject after the other, and holds each against its leaf. */
final class SubjectReader {

    static final String SELECT = "select v.subject, v.event_id, v.at, v.actor, v.type, v.version, v.reason, v.prev,"
            + " v.audience, e.leaf, p.leaf, c.part, c.salt, c.content from audit_event v"
            + " left join audit_entry e on e.event_id = v.event_id"
            + " left join audit_pending p on p.event_id = v.event_id"
            + " left join audit_content c on c.event_id = v.event_id where v.subject";
    static final String ORDER = " order by v.subject, v.event_id, c.part";

    private final Findings findings;
    private final Consumer<Subject> consumer;
    private final List<StoredEvent> events = new ArrayList<>();
    private final SortedMap<Integer, String> parts = new TreeMap<>();

    private String subject = "";
    private String event = "";
    private @Nullable LeafEvent leaf;
    private byte @Nullable [] content;
    private long eventCount;
    private long contentCount;

    SubjectReader(Findings findings, Consumer<Subject> consumer) {
        this.findings = findings;
        this.consumer = consumer;
    }

    /** Takes a row of {@link #SELECT}. */
    void read(ResultSet row) throws SQLException {
        if (!row.getString(1).equals(subject)) {
            endOfSubject();
            subject = row.getString(1);
        }
        if (!row.getString(2).equals(event)) {
            endOfEvent();
            event = row.getString(2);
            eventCount++;
            leaf = leaf(row);
        }
        part(row);
    }

    /** To be called behind the last row of a range. */
    void endOfSubject() {
        endOfEvent();
        if (!events.isEmpty()) {
            consumer.accept(Subject.of(subject, List.copyOf(events)));
        }
        events.clear();
    }

    long events() {
        return eventCount;
    }

    long contents() {
        return contentCount;
    }

    private void endOfEvent() {
        if (leaf != null) {
            events.add(StoredEvent.of(leaf, content, new TreeMap<>(parts)));
        }
        leaf = null;
        content = null;
        parts.clear();
    }

    private void part(ResultSet row) throws SQLException {
        int part = row.getInt(12);
        if (row.wasNull()) {
            return;
        }
        contentCount++;
        byte[] bytes = row.getBytes(14);
        String commitment = Commitment.of(row.getBytes(13), bytes);
        if (part > 0) {
            parts.put(part, commitment);
            return;
        }
        content = bytes;
        if (leaf != null && !leaf.c().equals(commitment)) {
            findings.problem(
                    "audit_content " + event,
                    "the content does not fit the commitment in its leaf: expected " + leaf.c() + ", found "
                            + commitment);
        }
    }

    private @Nullable LeafEvent leaf(ResultSet row) throws SQLException {
        byte[] entry = row.getBytes(10);
        byte[] pending = row.getBytes(11);
        String place = "audit_event " + event;
        if (entry != null && pending != null) {
            findings.problem("audit_pending " + event, "the event is in the tree already");
        }
        if (entry == null && pending == null) {
            findings.problem(place, "the event is not in the log");
            return null;
        }
        try {
            LeafEvent parsed = LeafEvent.parse(entry == null ? pending : entry);
            compare(place, parsed, row);
            return parsed.subject().toString().equals(subject) ? parsed : null;
        } catch (ProofException e) {
            return null; // said where the leaves are checked
        }
    }

    private void compare(String place, LeafEvent parsed, ResultSet row) throws SQLException {
        findings.same(place + " subject", parsed.subject().toString(), row.getString(1));
        findings.same(
                place + " at",
                parsed.at(),
                SystemTime.text(row.getObject(3, OffsetDateTime.class).toInstant()));
        findings.same(place + " actor", parsed.actor(), row.getString(4));
        findings.same(place + " type", parsed.type(), row.getString(5));
        findings.same(place + " version", parsed.version(), row.getInt(6));
        findings.same(place + " reason", parsed.reason(), row.getString(7));
        findings.same(
                place + " prev", parsed.prev() == null ? null : parsed.prev().toString(), row.getString(8));
        Audiences.compare(place + " audience", parsed.type(), row.getInt(9), findings);
    }
}
