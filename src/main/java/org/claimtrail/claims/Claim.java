package org.claimtrail.claims;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.claimtrail.history.Snapshot;
import org.claimtrail.history.Version;
import org.claimtrail.shared.database.Rows;
import org.claimtrail.shared.database.Writes;
import org.claimtrail.shared.edtf.DayRange;
import org.claimtrail.shared.time.SystemTime;
import org.jspecify.annotations.Nullable;

/** One version of a claim, to find it by. What may be done to a claim stands in {@link ClaimContent}. */
@Entity
@Table(name = "claim")
class Claim extends Snapshot {

    private static final String SUPERSEDE = "update claim set known_until = ? where id = ? and known_until = ?";
    private static final String COLUMNS = "insert into claim (id, version, known_from, known_until, event_id, claimant,"
            + " language, status, merged_into, stated_from, stated_until, search_text, changed_at)"
            + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ";
    private static final String INSERT = COLUMNS + "?)";

    /** What {@link #read} reads, of the table {@code c}. */
    static final String SHOWN =
            "c.id, c.version, c.known_from, c.event_id, c.claimant, c.status, c.merged_into, c.stated_from, c.stated_until";

    /** A verdict may have been published since the edit began, and its time must stay. */
    private static final String INSERT_NEXT =
            COLUMNS + "greatest(?, (select max(c.changed_at) from claim c where c.id = ?)))";

    String claimant;
    String language;

    @Enumerated(EnumType.STRING)
    ClaimStatus status;

    @Column(name = "merged_into")
    @Nullable
    String mergedInto;

    @Column(name = "stated_from")
    int statedFrom;

    @Column(name = "stated_until")
    int statedUntil;

    /** When a list last began to show something else of the claim: a new version, or a verdict. */
    @Column(name = "changed_at")
    Instant changedAt;

    @Column(name = "search_text")
    String searchText;

    @SuppressWarnings("NullAway.Init")
    Claim() {}

    /** The snapshot of a version just written, in place of the one before. The caller holds the lock. */
    static void write(Writes writes, Version version, ClaimContent content) {
        String id = version.id().toString();
        Instant at = version.recordedAt();
        DayRange stated = DayRange.of(content.claim().statedOn());
        List<Object> values = new ArrayList<>(Arrays.asList(
                id,
                version.n(),
                at,
                SystemTime.FOREVER,
                version.event().toString(),
                content.claim().claimant(),
                content.claim().inLanguage().toLowerCase(Locale.ROOT),
                content.status().name(),
                content.mergedInto(),
                stated.from(),
                stated.until(),
                content.searchText(),
                at));
        if (version.n() == 1) {
            writes.add(INSERT, values.toArray());
        } else {
            writes.add(SUPERSEDE, at, id, SystemTime.FOREVER);
            values.add(id);
            writes.add(INSERT_NEXT, values.toArray());
        }
    }

    /** What is shown of one that stands, as a statement of its own has found it. */
    static Claim read(ResultSet row) throws SQLException {
        Claim claim = new Claim();
        claim.id = row.getString(1);
        claim.version = row.getInt(2);
        claim.knownFrom = Objects.requireNonNull(Rows.instant(row, 3));
        claim.knownUntil = SystemTime.FOREVER;
        claim.eventId = row.getString(4);
        claim.claimant = row.getString(5);
        claim.status = ClaimStatus.valueOf(row.getString(6));
        claim.mergedInto = row.getString(7);
        claim.statedFrom = row.getInt(8);
        claim.statedUntil = row.getInt(9);
        return claim;
    }
}
