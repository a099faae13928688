package org.claimtrail.cli.verify;

import java.sql.SQLException;

/** Rows that nothing leads to: found by counting, and named only when the numbers differ. */
final class Strays {

    private static final String LIMIT = " limit 100";

    private final Sql sql;
    private final Findings findings;

    Strays(Sql sql, Findings findings) {
        this.sql = sql;
        this.findings = findings;
    }

    /**
     * Finds them.
     *
     * @param events rows of audit_event that were read
     * @param contents rows of audit_content that were read with them
     */
    void find(long events, long contents) throws SQLException, BrokenLogException {
        if (count("audit_entry") + count("audit_pending") != events) {
            for (String table : new String[] {"audit_entry", "audit_pending"}) {
                name(
                        "select t.event_id from " + table + " t where not exists"
                                + " (select 1 from audit_event v where v.event_id = t.event_id)",
                        "audit_event",
                        "the event is in the log, but its row is missing");
            }
        }
        if (count("audit_content") != contents) {
            name(
                    "select t.event_id from audit_content t where not exists"
                            + " (select 1 from audit_event v where v.event_id = t.event_id)",
                    "audit_content",
                    "the content belongs to no event");
        }
        if (count("relation_pair") != sql.number("select count(*) from relation where version = 1")) {
            name(
                    "select p.relation_id from relation_pair p where not exists (select 1 from relation r"
                            + " where r.id = p.relation_id and r.version = 1 and r.from_claim = p.from_claim"
                            + " and r.type = p.type and r.to_claim = p.to_claim)",
                    "relation_pair",
                    "the row follows from no event");
        }
    }

    private long count(String table) throws SQLException {
        return sql.number("select count(*) from " + table);
    }

    private void name(String query, String table, String what) throws SQLException, BrokenLogException {
        sql.each(query + LIMIT, row -> findings.problem(table + " " + row.getString(1), what));
    }
}
