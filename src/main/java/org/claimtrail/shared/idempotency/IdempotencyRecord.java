package org.claimtrail.shared.idempotency;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import org.claimtrail.shared.database.Query;
import org.claimtrail.shared.database.Writes;
import org.jspecify.annotations.Nullable;

/** A row that keeps the sealed answer to one act. */
@Entity
@Table(name = IdempotencyRecord.TABLE)
class IdempotencyRecord {

    static final String TABLE = "idempotency";

    /** The subject of an answer that tells of no record. */
    static final String OF_NONE = "";

    /** What many ask together; whoever repeats what was answered at length asks for that alone ({@link #ANSWER}). */
    private static final String FIND = "select fingerprint, case when octet_length(answer) <= 8192 then answer end,"
            + " recorded_at from idempotency where scope = ?";

    private static final String ANSWER = "select answer from idempotency where scope = ?";
    private static final String DELETE = "delete from idempotency where scope = ?";
    private static final String INSERT =
            "insert into idempotency (scope, fingerprint, answer, recorded_at, subject) values (?, ?, ?, ?, ?)";

    @Id
    @SuppressWarnings("UnusedVariable") // only queries read it
    private String scope;

    @Column(nullable = false)
    private String fingerprint;

    @Column(nullable = false)
    private byte[] answer;

    @Column(name = "recorded_at", nullable = false)
    private Instant recordedAt;

    /**
     * The record that the answer tells of; {@link #OF_NONE} where it tells of none, null where that is not known, as an
     * older version of this program has left it. Only queries read it.
     */
    @SuppressWarnings("UnusedVariable")
    private @Nullable String subject;

    /** For Hibernate, which fills the fields. */
    @SuppressWarnings("NullAway.Init")
    protected IdempotencyRecord() {}

    static @Nullable IdempotencyRecord find(Writes writes, Act act) {
        Query<IdempotencyRecord> query = Query.common(FIND, IdempotencyRecord::of, act.scope());
        writes.ask(query);
        @Nullable IdempotencyRecord found = query.first().orElse(null);
        return found == null || found.answer != null ? found : found.withAnswer(writes, act);
    }

    /** Null where it was deleted this moment. */
    private @Nullable IdempotencyRecord withAnswer(Writes writes, Act act) {
        List<byte[]> found = writes.read(ANSWER, row -> row.getBytes(1), act.scope());
        if (found.isEmpty()) {
            return null;
        }
        answer = found.get(0);
        return this;
    }

    static void write(Writes writes, Act act, Answer answer, @Nullable String subject, Instant at) {
        writes.add(INSERT, act.scope(), act.fingerprint(), act.seal(answer.encode()), at, subject);
    }

    static void delete(Writes writes, Act act) {
        writes.add(DELETE, act.scope());
    }

    private static IdempotencyRecord of(ResultSet row) throws SQLException {
        IdempotencyRecord found = new IdempotencyRecord();
        found.fingerprint = row.getString(1);
        found.answer = row.getBytes(2);
        found.recordedAt = row.getObject(3, OffsetDateTime.class).toInstant();
        return found;
    }

    boolean isErased() {
        return answer.length == 0;
    }

    boolean isKeptAfter(Instant oldest) {
        return recordedAt.isAfter(oldest);
    }

    boolean isOf(Act act) {
        return fingerprint.equals(act.fingerprint());
    }

    Answer answer(Act act) {
        return Answer.decode(act.open(answer));
    }
}
