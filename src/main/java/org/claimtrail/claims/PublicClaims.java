package org.claimtrail.claims;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.claimtrail.audit.log.LogDatabase;
import org.claimtrail.claims.PublicSummaries.Beside;
import org.claimtrail.shared.database.Rows;
import org.claimtrail.shared.json.StoredJson;
import org.claimtrail.shared.time.SystemTime;

/** Claims as the public sees them now, for what repeats them elsewhere. Of no request, and with the rights of nobody. */
@Singleton
public class PublicClaims {

    private static final String COLUMNS = "select " + Claim.SHOWN + " from ";

    /**
     * In words that no index is found by, and of which a database that has not counted yet takes most rows to be. Otherwise it
     * reads all that stand for each page of a ledger that has just been filled.
     */
    private static final String STANDING =
            "(c.known_until >= " + SystemTime.FOREVER_IN_SQL + ") is true" + PublicSummaries.SHOWN + "c.id)";

    private static final String WANTED =
            COLUMNS + Rows.WANTED + " join claim c on c.id" + Rows.EACH + " where " + STANDING;
    private static final String AFTER = COLUMNS + "claim c where c.id > ? and " + STANDING + " order by c.id limit ?";

    private final LogDatabase database;
    private final PublicSummaries open;

    PublicClaims(LogDatabase database, PublicSummaries open) {
        this.database = database;
        this.open = open;
    }

    /** Those of these ids that everyone may see. */
    public List<PublicClaim> of(Collection<String> ids) {
        return database.read(connection -> shown(connection, Rows.list(connection, WANTED, Claim::read, ids)));
    }

    /**
     * All that everyone may see, a page at a time, by their ids.
     *
     * @param id of the last one of the page before; empty for the first page
     */
    public List<PublicClaim> after(String id, int limit) {
        return database.read(connection -> shown(connection, Rows.list(connection, AFTER, Claim::read, id, limit)));
    }

    private List<PublicClaim> shown(Connection connection, List<Claim> rows) throws SQLException {
        Beside beside = open.beside(connection, rows);
        List<PublicClaim> claims = new ArrayList<>();
        for (Claim row : rows) {
            byte[] content = beside.contents().get(row.eventId());
            if (content != null) { // erased since the row was read
                claims.add(shown(row, StoredJson.read(content, NewClaim.class), beside));
            }
        }
        return claims;
    }

    private static PublicClaim shown(Claim row, NewClaim content, Beside beside) {
        return new PublicClaim(
                beside.summary(row, content), ClaimContent.textsBeside(content), row.statedFrom, row.statedUntil);
    }
}
