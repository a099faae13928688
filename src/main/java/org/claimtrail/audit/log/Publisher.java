package org.claimtrail.audit.log;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Optional;
import java.util.stream.Stream;
import org.claimtrail.merkle.Checkpoint;
import org.claimtrail.merkle.Consistency;
import org.claimtrail.merkle.Hash;
import org.claimtrail.merkle.ProofException;

/**
 * Signs the tree as it stands and shows the checkpoint, in this order: prove that it goes on from the last one, sign, store,
 * wait for the disk, write the anchor, ask the witnesses, show. A crash in between is taken up where it happened, by whichever
 * node is first; what another node has shown is followed.
 */
@ApplicationScoped
class Publisher {

    private final LogDatabase database;
    private final LogKeys keys;
    private final Anchor anchor;
    private final Witnesses witnesses;
    private final Published published;
    private final Clock clock;

    Publisher(
            LogDatabase database, LogKeys keys, Anchor anchor, Witnesses witnesses, Published published, Clock clock) {
        this.database = database;
        this.keys = keys;
        this.anchor = anchor;
        this.witnesses = witnesses;
        this.published = published;
        this.clock = clock;
    }

    /**
     * Shows the tree as it stands, unless that was done.
     *
     * @throws Fork when the tree does not go on from the last checkpoint; nothing is signed then
     */
    void publish() throws SQLException, IOException {
        Optional<Signed> latest = database.read(CheckpointTables::latestSigned);
        long size = database.read(GrowthTables::state).size();
        // Looks before it locks: a lock is a write for the embedded database, which would fill its file without any
        // event.
        if (size != latest.map(Signed::size).orElse(0L)) {
            Optional<Anchor.Line> anchored = anchor.last();
            latest = database.inTransaction(connection -> sign(connection, anchored));
        }
        if (latest.isPresent() && latest.get().size() > published.size()) {
            expose(latest.get());
        }
    }

    /**
     * Shows what another node has shown, once it stands in the anchor file of this one, too: it could be the only one that
     * is left.
     *
     * @throws Fork when that does not go on from what this node has shown: the database was put back under it
     */
    void follow() throws SQLException, IOException {
        Optional<Signed> stored = database.read(CheckpointTables::latestPublished);
        published.latest().ifPresent(shown -> requireKept(shown, stored));
        if (stored.isPresent() && stored.get().size() > published.size()) {
            anchor.append(stored.get());
            published.show(stored.get());
        }
    }

    /** A server that took over may lack what the one before it had committed, and go on without. */
    private void requireKept(Signed shown, Optional<Signed> stored) {
        if (stored.filter(
                        latest -> latest.size() == shown.size() && latest.root().equals(shown.root()))
                .isPresent()) {
            return;
        }
        Optional<Hash> kept = database.read(connection -> CheckpointTables.rootOf(connection, shown.size()));
        if (!kept.equals(Optional.of(shown.root()))) {
            throw new Fork("this service has shown a checkpoint of " + shown.size()
                    + " entries that the database does not hold any more. It is older than what was shown.");
        }
    }

    private Optional<Signed> sign(Connection connection, Optional<Anchor.Line> anchored) throws SQLException {
        long size = GrowthTables.lock(connection).size();
        Optional<Signed> last = CheckpointTables.latestSigned(connection);
        if (size == 0 || (last.isPresent() && last.get().size() == size)) {
            return last;
        }
        LogTree tree = new LogTree(connection, size);
        Hash root = tree.root();
        // Of what is anchored a witness may have seen more than the database has kept; nearly always the two are one.
        Stream.concat(last.stream().map(signed -> new Anchor.Line(signed.size(), signed.root())), anchored.stream())
                .distinct()
                .forEach(before -> requireGoingOn(before, size, root, tree));
        Checkpoint checkpoint = Checkpoint.of(keys.origin(), size, root);
        Signed signed = new Signed(size, root, keys.sign(connection, checkpoint).encode(), clock.instant());
        CheckpointTables.insertSigned(connection, signed);
        return Optional.of(signed);
    }

    /** Promise 2: every checkpoint that anyone ever saw is consistent with every later one. */
    private static void requireGoingOn(Anchor.Line before, long size, Hash root, LogTree tree) {
        if (before.size() > size) {
            throw new Fork("the tree has " + size + " entries, but a checkpoint of " + before.size() + " was signed");
        }
        try {
            Consistency proof = tree.consistency(before.size());
            proof.verify(before.root(), root);
        } catch (ProofException e) {
            throw new Fork("the tree of " + size + " entries does not go on from the checkpoint of " + before.size()
                    + " that was signed: " + e.getMessage());
        }
    }

    private void expose(Signed signed) throws SQLException, IOException {
        database.sync();
        anchor.append(signed);
        byte[] note = witnesses.cosign(signed);
        database.inTransaction(connection -> publish(connection, signed, note));
        follow();
    }

    /** Unless another node has shown this one or a later one, while this one waited or stood still. */
    private Signed publish(Connection connection, Signed signed, byte[] note) throws SQLException {
        GrowthTables.lock(connection);
        if (CheckpointTables.latestPublished(connection)
                .filter(shown -> shown.size() >= signed.size())
                .isEmpty()) {
            CheckpointTables.insertPublished(connection, signed.size(), note, clock.instant());
        }
        return signed;
    }
}
