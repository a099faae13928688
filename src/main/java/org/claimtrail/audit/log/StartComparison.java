package org.claimtrail.audit.log;

import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.claimtrail.merkle.Hash;
import org.claimtrail.shared.file.DataFiles;
import org.claimtrail.shared.reader.Reader;
import org.claimtrail.shared.start.CannotStart;
import org.jboss.logging.Logger;

/**
 * Before anything is written: is this the tree that was shown before, and the key that signed it? Compares the database with
 * the anchor file beside it. A database that was put back halts the log; a key that is not the log's keeps the service
 * from starting.
 */
@Singleton
class StartComparison {

    private static final Logger LOG = Logger.getLogger(StartComparison.class);

    /** Before the first key and the seeds, which write. */
    private static final int BEFORE_WRITES = 50;

    private static final String ADVICE = " Reads go on; nothing is signed or written. Stop the service and put back the"
            + " newest copy of the database; docs/backup.md says what to do when there is none.";

    private final LogDatabase database;
    private final LogConfig config;
    private final LogKeys keys;
    private final Anchor anchor;
    private final LogStatus status;
    private final Published published;
    private final Witnesses witnesses;
    private final Reader reader;
    private final Clock clock;

    StartComparison(
            LogDatabase database,
            LogConfig config,
            LogKeys keys,
            Anchor anchor,
            LogStatus status,
            Published published,
            Witnesses witnesses,
            Reader reader,
            Clock clock) {
        this.database = database;
        this.config = config;
        this.keys = keys;
        this.anchor = anchor;
        this.status = status;
        this.published = published;
        this.witnesses = witnesses;
        this.reader = reader;
        this.clock = clock;
    }

    void onStart(@Observes @Priority(BEFORE_WRITES) StartupEvent starting) throws IOException {
        Files.createDirectories(config.folder());
        Optional<Signed> last = database.read(CheckpointTables::latestSigned);
        String origin = last.map(StartComparison::originOf).orElse(config.origin());
        boolean successor = !origin.equals(config.origin());
        if (successor && !config.succeeds().equals(Optional.of(origin))) {
            throw new CannotStart("the database holds the log " + origin + ", but claimtrail.audit.origin says "
                    + config.origin() + ". A log keeps its name for ever.");
        }
        if (reader.isOn()) {
            published.refresh(); // it signs nothing, and a standby may be behind what an earlier one has shown
            return;
        }
        if (successor) {
            anchor.setAside(clock.instant());
        }
        openKeys(last.isPresent() && !successor);
        published.refresh();
        Optional<Anchor.Line> anchored = successor ? Optional.empty() : anchor.last();
        if (anchored.isEmpty() && published.size() > 0 && !successor && !config.trustDatabase()) {
            status.halt("the anchor file " + DataFiles.ANCHOR + " is missing from " + config.folder()
                    + ", so nobody can tell whether the database is the newest one." + ADVICE);
            return;
        }
        database.read(connection -> difference(connection, last, anchored))
                .or(() -> successor ? Optional.empty() : witnesses.ahead(last))
                .ifPresent(why -> status.halt(why + ADVICE));
    }

    private void openKeys(boolean signedBefore) {
        boolean made = !keys.exist();
        if (made) {
            requireMayMake(signedBefore);
            keys.make();
        } else {
            keys.load();
        }
        if (database.read(keys::active).isEmpty() && keys.begin(clock.instant())) {
            LOG.infof("The log's public key, to be published: %s", String.join(" ", keys.loaded()));
        }
        List<String> active = database.read(keys::active);
        if (!keys.loaded().containsAll(active)) {
            throw new CannotStart("the log is signed with " + String.join(" and ", active)
                    + ", but the key configured is " + String.join(" and ", keys.loaded())
                    + ". Put back the key that the log was begun with.");
        }
    }

    private void requireMayMake(boolean signedBefore) {
        if (signedBefore) {
            throw new CannotStart("the database holds a log, but its key is missing from " + config.folder()
                    + ". Put the key back from your backup: a new one would end the log.");
        }
        if (!database.isEmbedded()) {
            throw new CannotStart("there is no key to sign the log with. Configure claimtrail.audit.key.file or"
                    + " claimtrail.audit.key.url.");
        }
    }

    /** What is wrong with the tree in the database, held against what was signed and anchored. */
    private static Optional<String> difference(
            Connection connection, Optional<Signed> last, Optional<Anchor.Line> anchored) throws SQLException {
        long size = GrowthTables.state(connection).size();
        Optional<String> wrong = anchored.isPresent()
                ? compare(
                        connection, size, anchored.get().size(), anchored.get().root(), "the anchor file has")
                : Optional.empty();
        return wrong.or(() -> last.flatMap(
                signed -> compare(connection, size, signed.size(), signed.root(), "the database itself has")));
    }

    private static Optional<String> compare(Connection connection, long size, long shown, Hash root, String witness) {
        if (size < shown) {
            return Optional.of("the database holds " + size + " entries, but " + witness + " a checkpoint of " + shown
                    + ". It is older than what was shown.");
        }
        Hash now = new LogTree(connection, size).root(shown);
        if (!now.equals(root)) {
            return Optional.of("of the first " + shown + " entries the database has the root " + now.base64() + ", but "
                    + witness + " a checkpoint with " + root.base64() + ". Entries were changed.");
        }
        return Optional.empty();
    }

    /** The first line of a note is the log's name. */
    private static String originOf(Signed signed) {
        return new String(signed.note(), StandardCharsets.UTF_8)
                .lines()
                .findFirst()
                .orElse("");
    }
}
