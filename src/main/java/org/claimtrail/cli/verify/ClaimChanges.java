package org.claimtrail.cli.verify;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.claimtrail.shared.time.SystemTime;

/**
 * When lists last began to show something else of a claim: the claim's own version, or the last verdict published while it stood.
 * The rows of verdicts, which are held against the log by themselves, say when that was. The later one stays; either of two at
 * almost the same time is taken for it. Of a verdict that was erased nothing says which claim it was of, so the time of one may
 * stand at any.
 */
final class ClaimChanges {

    private static final String COLUMN = "changed_at";
    private static final Duration AT_ONCE = Duration.ofSeconds(10);

    private final Expected expected;
    private final Set<String> erased;

    /** @param erased as {@link #erased} found them */
    ClaimChanges(Expected expected, Set<String> erased) {
        this.expected = expected;
        this.erased = erased;
    }

    void add(Sql sql, Range range) throws SQLException, BrokenLogException {
        if (!erased.isEmpty()) {
            expected.of(StateTable.CLAIM)
                    .values()
                    .forEach(claim -> claim.alternatives
                            .computeIfAbsent(COLUMN, any -> new HashSet<>())
                            .addAll(erased));
        }
        range.each(sql, "select claim_id, known_from from claim_verdict where claim_id", "", row -> {
            String prefix = row.getString(1) + "/";
            Instant at = row.getObject(2, OffsetDateTime.class).toInstant();
            Map<String, Expected.Row> claims = expected.of(StateTable.CLAIM);
            int n = 1;
            for (Expected.Row claim = claims.get(prefix + n); claim != null; claim = claims.get(prefix + ++n)) {
                verdict(claim, at);
            }
        });
    }

    /** When verdicts were published whose content is gone; that an erasure took it, others check. */
    static Set<String> erased(Sql sql) throws SQLException, BrokenLogException {
        Set<String> times = new HashSet<>();
        sql.each(
                "select e.at from audit_event e where e.type in"
                        + " ('assessment.published', 'assessment.retracted', 'assessment.voided') and not exists"
                        + " (select 1 from audit_content c where c.event_id = e.event_id and c.part = 0)",
                row -> times.add(
                        SystemTime.text(row.getObject(1, OffsetDateTime.class).toInstant())));
        return times;
    }

    private static void verdict(Expected.Row claim, Instant at) {
        Map<String, String> columns = claim.columns;
        if (columns.get(COLUMN) == null) {
            return; // erased
        }
        Instant from = Instant.parse(columns.get("known_from"));
        Instant until = Instant.parse(columns.get("known_until"));
        if (at.isBefore(from.minus(AT_ONCE)) || at.isAfter(until.plus(AT_ONCE))) {
            return;
        }
        Instant before = Instant.parse(columns.get(COLUMN));
        boolean stood = !at.isBefore(from) && at.isBefore(until);
        Instant latest = stood && at.isAfter(before) ? at : before;
        Instant other = latest.equals(at) ? before : at;
        if (Duration.between(other, latest).abs().compareTo(AT_ONCE) <= 0) {
            claim.alternatives.computeIfAbsent(COLUMN, any -> new HashSet<>()).add(SystemTime.text(other));
        }
        claim.set(COLUMN, SystemTime.text(latest));
    }
}
