package org.claimtrail.audit.log;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.Optional;
import org.claimtrail.merkle.Consistency;
import org.claimtrail.merkle.EntriesPath;
import org.claimtrail.merkle.EntryBundle;
import org.claimtrail.merkle.Inclusion;
import org.claimtrail.merkle.LogProof;
import org.claimtrail.merkle.Note;
import org.claimtrail.merkle.ProofException;
import org.claimtrail.merkle.TilePath;
import org.claimtrail.merkle.VerifierKey;

/** What readers of the log get: never more than a published checkpoint covers. */
@ApplicationScoped
public class LogReader {

    private final LogDatabase database;
    private final Published published;
    private final LogKeys keys;

    LogReader(LogDatabase database, Published published, LogKeys keys) {
        this.database = database;
        this.published = published;
        this.keys = keys;
    }

    /** The last checkpoint shown: the bytes of its note. */
    public Optional<byte[]> checkpoint() {
        return published.latest().map(Signed::note);
    }

    /** That an entry is in the tree of the last checkpoint, as a {@code c2sp.org/tlog-proof@v1}. */
    public Optional<String> proof(long index) {
        return published
                .latest()
                .filter(signed -> index >= 0 && index < signed.size())
                .map(signed -> proof(index, signed));
    }

    /** That one tree goes on from another; empty when there is no such pair yet. */
    Optional<Consistency> consistency(long from, long to) {
        return from > 0 && from <= to && to <= published.size()
                ? Optional.of(database.read(connection -> new LogTree(connection, to).consistency(from)))
                : Optional.empty();
    }

    Optional<byte[]> tile(TilePath path) {
        return isThere(TilePath.hashes(published.size(), path.level()), path.n(), path.width())
                ? Optional.of(Hashes.join(database.read(
                        connection -> new TileReader(connection).hashes(path.level(), path.n(), path.width()))))
                : Optional.empty();
    }

    Optional<byte[]> entries(EntriesPath path) {
        return isThere(published.size(), path.n(), path.width())
                ? Optional.of(EntryBundle.encode(
                        database.read(connection -> new TileReader(connection).leaves(path.n(), path.width()))))
                : Optional.empty();
    }

    /** The leaf of an event, as it entered the tree. */
    public byte[] leaf(long index) {
        return database.read(connection -> leaf(connection, index));
    }

    /** The key to check the last checkpoint with: of those that signed it, one that still signs, if there is any. */
    public String vkey() {
        Note note = note(published.latest().orElseThrow());
        return keys.all().stream()
                .sorted(Comparator.comparing(key -> key.retiredAt() != null)) // false is first
                .map(LogKeyView::vkey)
                .filter(vkey -> note.isSignedBy(VerifierKey.parse(vkey)))
                .findFirst()
                .orElseThrow();
    }

    private static Note note(Signed signed) {
        try {
            return Note.parse(signed.note());
        } catch (ProofException e) {
            throw new IllegalStateException("the checkpoint that is shown is no note", e);
        }
    }

    private String proof(long index, Signed signed) {
        Inclusion inclusion = database.read(connection -> new LogTree(connection, signed.size()).inclusion(index));
        String note = new String(signed.note(), StandardCharsets.UTF_8);
        return new LogProof(index, inclusion.path(), note, null).encode();
    }

    private static boolean isThere(long hashes, long n, int width) {
        return n <= hashes / TilePath.FULL && hashes - n * TilePath.FULL >= width;
    }

    private static byte[] leaf(Connection connection, long index) throws SQLException {
        try (PreparedStatement select =
                connection.prepareStatement("select leaf from audit_entry where log_index = ?")) {
            select.setLong(1, index);
            try (ResultSet row = select.executeQuery()) {
                if (!row.next()) {
                    throw new SQLException("entry " + index + " is not there");
                }
                return row.getBytes(1);
            }
        }
    }
}
