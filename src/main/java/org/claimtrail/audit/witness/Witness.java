package org.claimtrail.audit.witness;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import org.claimtrail.audit.log.LogDatabase;
import org.claimtrail.merkle.AddCheckpoint;
import org.claimtrail.merkle.Checkpoint;
import org.claimtrail.merkle.NoteSigner;
import org.claimtrail.merkle.ProofException;

/**
 * Cosigns what goes on from what it cosigned last. To look, to compare and to store is one transaction, and the cosignature
 * leaves it only when that has reached the disk, in the database and in a file beside it: of one log no two cosignatures
 * contradict each other, also when one of the two is put back to an earlier state.
 *
 * @see <a href="https://c2sp.org/tlog-witness#add-checkpoint">C2SP tlog-witness, add-checkpoint</a>
 */
final class Witness {

    private static final int ATTEMPTS = 3;

    private final LogDatabase database;
    private final WitnessMemory memory;
    private final FollowedLogs logs;
    private final NoteSigner signer;

    Witness(LogDatabase database, WitnessMemory memory, FollowedLogs logs, NoteSigner signer) {
        this.database = database;
        this.memory = memory;
        this.logs = logs;
        this.signer = signer;
    }

    /** Judges the body of a request, in the order of the specification. */
    Judgement judge(byte[] body) throws SQLException {
        AddCheckpoint request;
        Checkpoint checkpoint;
        try {
            request = AddCheckpoint.parse(body);
            checkpoint = Checkpoint.parse(request.note().text());
        } catch (ProofException e) {
            return new Judgement.Malformed(String.valueOf(e.getMessage()));
        }
        if (!logs.knows(checkpoint.origin())) {
            return new Judgement.UnknownLog(checkpoint.origin());
        }
        if (!logs.haveSigned(checkpoint.origin(), request.note())) {
            return new Judgement.Unsigned(checkpoint.origin());
        }
        if (request.old() > checkpoint.size()) {
            return new Judgement.Malformed(
                    "the old size is " + request.old() + ", but the checkpoint's is " + checkpoint.size());
        }
        return advance(request, checkpoint);
    }

    private Judgement advance(AddCheckpoint request, Checkpoint checkpoint) throws SQLException {
        for (int attempt = 1; ; attempt++) {
            try {
                Judgement judgement = database.inTransaction(connection -> advance(connection, request, checkpoint));
                if (judgement instanceof Judgement.Cosigned) {
                    database.sync();
                    remember(checkpoint);
                }
                return judgement;
            } catch (SQLException e) {
                if (attempt == ATTEMPTS || !LogDatabase.isContention(e)) {
                    throw e;
                }
            }
        }
    }

    private void remember(Checkpoint checkpoint) {
        try {
            memory.keep(checkpoint);
        } catch (IOException e) {
            throw new UncheckedIOException("nothing is cosigned that is not kept", e);
        }
    }

    /** Signs while the row is locked: with its time a cosignature says that nothing larger was seen by then. */
    private Judgement advance(Connection connection, AddCheckpoint request, Checkpoint checkpoint) throws SQLException {
        Optional<LastSeen> row = WitnessTables.lock(connection, checkpoint.origin());
        LastSeen stored = row.orElse(LastSeen.NOTHING);
        LastSeen remembered = memory.of(checkpoint.origin());
        if (stored.contradicts(remembered)) {
            return new Judgement.Inconsistent("two trees of " + stored.size() + " entries were cosigned");
        }
        LastSeen last = stored.or(remembered); // the database may have been put back
        if (request.old() != last.size()) {
            return new Judgement.OtherSize(last.size());
        }
        try {
            last.requireGoingOn(request, checkpoint);
        } catch (ProofException e) {
            return new Judgement.Inconsistent(String.valueOf(e.getMessage()));
        }
        if (row.isEmpty()) {
            WitnessTables.insert(connection, checkpoint);
        } else {
            WitnessTables.update(connection, checkpoint);
        }
        return new Judgement.Cosigned(signer.sign(request.note().text()));
    }
}
