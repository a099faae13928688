package org.claimtrail.cli.verify;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import org.claimtrail.merkle.Checkpoint;
import org.claimtrail.merkle.Hash;
import org.claimtrail.merkle.ProofException;
import org.jspecify.annotations.Nullable;

/** The checkpoints that the database has: those signed, and of them those shown. */
final class StoredCheckpoints {

    private static final String SELECT = "select c.size, c.root, c.note, p.note from audit_checkpoint c"
            + " left join audit_published p on p.size = c.size where ";

    private final Sql sql;
    private final Trust trust;
    private final Findings findings;
    private final Map<Long, Stored> loaded = new HashMap<>();
    private long compared;
    private long forked;

    StoredCheckpoints(Sql sql, Trust trust, Findings findings) {
        this.sql = sql;
        this.trust = trust;
        this.findings = findings;
    }

    private record Stored(byte[] root, byte[] note, byte @Nullable [] shown) {
        static Stored of(ResultSet row) throws SQLException {
            return new Stored(row.getBytes(2), row.getBytes(3), row.getBytes(4));
        }
    }

    /** Reads the checkpoints of trees that end within these entries. */
    void load(long from, int count) throws SQLException, BrokenLogException {
        sql.each(
                SELECT + "c.size > ? and c.size <= ?",
                row -> loaded.put(row.getLong(1), Stored.of(row)),
                from,
                from + count);
    }

    void compare(long size, Hash root) {
        Stored stored = loaded.remove(size);
        if (stored == null) {
            return;
        }
        compared++;
        String place = "audit_checkpoint " + size;
        if (!Arrays.equals(root.bytes(), stored.root()) && forked++ == 0) {
            findings.problem(
                    place, "the entries have the root " + root + ", but " + base64(stored.root()) + " was signed");
        }
        note(place, size, stored.root(), stored.note());
        if (stored.shown() != null && !Arrays.equals(stored.note(), stored.shown())) {
            note("audit_published " + size, size, stored.root(), stored.shown());
        }
    }

    /** Of whatever bytes stand in the place of a root. */
    private static String base64(byte[] root) {
        return Base64.getEncoder().encodeToString(root);
    }

    private void note(String place, long size, byte[] root, byte[] note) {
        try {
            Checkpoint signed = trust.open(note);
            if (signed.size() != size || !Arrays.equals(signed.root().bytes(), root)) {
                findings.problem(place, "the note is of other entries than its row says");
            }
        } catch (ProofException e) {
            findings.problem(place, String.valueOf(e.getMessage()));
        }
    }

    /** Behind the last entry: nothing was signed of a larger tree, and nothing shown that is not anchored. */
    void end(long size, KnownCheckpoints known) throws SQLException {
        if (forked > 1) {
            findings.problem("audit_checkpoint", forked - 1 + " further checkpoints have other roots");
        }
        long largest = sql.number("select max(size) from audit_checkpoint");
        if (largest > size) {
            findings.problem(
                    "audit_checkpoint " + largest,
                    "the checkpoint is of " + largest + " entries, but the log has " + size + ": its end was cut off");
        }
        long shown = sql.number("select max(size) from audit_published");
        if (known.anchored() >= 0 && shown > known.anchored()) {
            findings.problem(
                    "audit_published " + shown,
                    "the anchor file ends at " + known.anchored() + ", before what was shown");
        }
        findings.count("checkpoints", compared);
    }
}
