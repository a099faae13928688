package org.claimtrail.assessments;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.claimtrail.shared.database.Query;
import org.claimtrail.shared.database.Writes;
import org.claimtrail.shared.id.TypeId;
import org.jspecify.annotations.Nullable;

/** One organisation's judgement of one claim: what stays the same over its versions, and which of them count. */
@Entity
@Table(name = "assessment")
class Assessment {

    private static final String QUERY =
            "select id, claim_id, assessor, created_at, head_version, published_version from assessment where id = ?";
    private static final String CONTINUE = "update assessment set head_version = ? where id = ?";

    @Id
    String id;

    @Column(name = "claim_id")
    String claimId;

    String assessor;

    @Column(name = "created_at")
    Instant createdAt;

    @Column(name = "head_version")
    int headVersion;

    @Column(name = "published_version")
    @Nullable
    Integer publishedVersion;

    @SuppressWarnings("NullAway.Init")
    Assessment() {}

    Assessment(TypeId id, TypeId claim, String assessor, Instant at) {
        this.id = id.toString();
        this.claimId = claim.toString();
        this.assessor = assessor;
        this.createdAt = at;
        this.headVersion = 1;
    }

    /** Asks for it, to be changed by {@link #write} alone. */
    static Query<Assessment> query(TypeId id) {
        return new Query<>(QUERY, Assessment::of, id.toString());
    }

    private static Assessment of(ResultSet row) throws SQLException {
        Assessment found = new Assessment();
        found.id = row.getString(1);
        found.claimId = row.getString(2);
        found.assessor = row.getString(3);
        found.createdAt = row.getObject(4, OffsetDateTime.class).toInstant();
        found.headVersion = row.getInt(5);
        found.publishedVersion = row.getObject(6, Integer.class);
        return found;
    }

    /** A further version is the latest one. */
    void write(Writes writes) {
        writes.add(CONTINUE, headVersion, id);
    }

    TypeId claim() {
        return TypeId.parse(claimId);
    }

    /** A further version was written. */
    void continueWith(int version) {
        headVersion = version;
    }

    /** A version became what readers see. */
    void publish(int version) {
        publishedVersion = version;
    }
}
