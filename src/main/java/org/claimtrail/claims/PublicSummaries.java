package org.claimtrail.claims;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.claimtrail.audit.log.LogDatabase;
import org.claimtrail.shared.database.Rows;
import org.claimtrail.shared.time.SystemTime;

/** What stands beside claims in a list that the public reads now: the same as for everyone else, in statements of its own. */
@Singleton
class PublicSummaries {

    /** Without what is withheld; the expression of its id and a bracket come behind. */
    static final String SHOWN =
            " and not exists (select 1 from record_closure w where w.state = 'WITHHELD' and w.record_id = ";

    private static final String VERDICTS =
            "select v.assessment_id, v.version, v.claim_id, v.assessor, v.rating, v.label,"
                    + " v.score, v.change_type, v.known_from, v.valid_from, v.valid_to from " + Rows.WANTED
                    + " join claim_verdict v on v.claim_id" + Rows.EACH + " where v.known_until = ?" + SHOWN
                    + "v.assessment_id) order by v.known_from desc, v.assessment_id";
    private static final String NAMES = "select a.id, a.name from " + Rows.WANTED + " join agent a on a.id" + Rows.EACH
            + " where (a.known_until = ?) is true" + SHOWN + "a.id)";
    private static final String CONTENTS = "select c.event_id, c.content from " + Rows.WANTED
            + " join audit_content c on c.event_id" + Rows.EACH + " and (c.part = 0) is true";

    private final LogDatabase database;

    PublicSummaries(LogDatabase database) {
        this.database = database;
    }

    Beside beside(List<Claim> rows) {
        return rows.isEmpty()
                ? new Beside(Map.of(), Map.of(), Map.of())
                : database.read(connection -> beside(connection, rows));
    }

    /** The same, on a connection that is at hand. */
    Beside beside(Connection connection, List<Claim> rows) throws SQLException {
        Set<String> ids = rows.stream().map(row -> row.id().toString()).collect(Collectors.toSet());
        List<ClaimVerdict> verdicts =
                Rows.list(connection, VERDICTS, PublicSummaries::verdict, ids, SystemTime.FOREVER);
        Set<String> agents = Stream.concat(
                        rows.stream().map(row -> row.claimant),
                        verdicts.stream().map(verdict -> verdict.assessor))
                .collect(Collectors.toCollection(HashSet::new));
        Map<String, String> names = new HashMap<>();
        Rows.list(connection, NAMES, row -> names.put(row.getString(1), row.getString(2)), agents, SystemTime.FOREVER);
        Collection<String> events = rows.stream().map(Claim::eventId).toList();
        Map<String, byte[]> contents = new HashMap<>();
        Rows.list(connection, CONTENTS, row -> contents.put(row.getString(1), row.getBytes(2)), events);
        return new Beside(
                verdicts.stream().collect(Collectors.groupingBy(verdict -> verdict.claimId)), names, contents);
    }

    private static ClaimVerdict verdict(ResultSet row) throws SQLException {
        ClaimVerdict verdict = new ClaimVerdict();
        verdict.assessmentId = row.getString(1);
        verdict.version = row.getInt(2);
        verdict.claimId = row.getString(3);
        verdict.assessor = row.getString(4);
        verdict.rating = row.getString(5);
        verdict.label = row.getString(6);
        verdict.score = row.getObject(7, Double.class);
        verdict.changeType = row.getString(8);
        verdict.knownFrom = Objects.requireNonNull(Rows.instant(row, 9));
        verdict.validFrom = row.getString(10);
        verdict.validTo = row.getString(11);
        return verdict;
    }

    /**
     * What is shown beside claims.
     *
     * @param verdicts by claim, the latest first
     * @param names of agents, by id
     * @param contents of the claims, by event
     */
    record Beside(Map<String, List<ClaimVerdict>> verdicts, Map<String, String> names, Map<String, byte[]> contents) {

        ClaimSummary summary(Claim row, NewClaim content) {
            return ClaimSummary.of(row, content, verdicts.getOrDefault(row.id().toString(), List.of()), names);
        }
    }
}
